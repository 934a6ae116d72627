import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";

/**
 * jsdom holds an element against every style rule whenever a test asks for its name; this took most of the time of the
 * pane's tests. Only these properties say whether an element is there for a person, so no other rule gets into the page.
 */
const renderer = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /[{;](?:display|visibility|pointer-events):/.test(rule),
});

export const renderPane = (pane: ReactElement) =>
  render(<RendererProvider renderer={renderer}>{pane}</RendererProvider>);
