import { createRoot } from "react-dom/client";
import { localeFor } from "../core/text/locale";
import { officeWorkbook } from "../workbook/office";
import { isExcelDark } from "./excel-theme";
import { onPaneRequest } from "./request";
import { PaneSession } from "./state/session";
import { App } from "./view/App";
import { isPaneShown, onPaneShown } from "./visibility";

/** Assembles the pane: the workbook of Excel, the use cases, the language of Office. */
export function showPane(root: HTMLElement): void {
  const session = new PaneSession({
    port: officeWorkbook(),
    usecases: () => import(/* webpackChunkName: "usecases" */ "../usecases"),
    templates: () => import(/* webpackChunkName: "templates" */ "../usecases/templates"),
    locale: localeFor(Office.context.displayLanguage),
    inSight: () => isPaneShown() && document.visibilityState === "visible",
  });
  onPaneShown(() => session.cameIntoSight());
  document.addEventListener("visibilitychange", () => {
    if (isPaneShown() && document.visibilityState === "visible") session.cameIntoSight();
  });
  createRoot(root).render(<App session={session} excelIsDark={() => isExcelDark(Office.context)} />);
  void session.start();
  onPaneRequest(() => void session.checkNow());
}
