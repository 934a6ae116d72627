import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";

/**
 * jsdom matches every style rule each time a test asks for an element's name. This took most of the time of the pane's tests. Only these
 * properties decide whether a person sees an element, so no other rule gets into the page.
 */
const renderer = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /[{;](?:display|visibility|pointer-events):/.test(rule),
});

export const renderPane = (pane: ReactElement) =>
  render(<RendererProvider renderer={renderer}>{pane}</RendererProvider>);
