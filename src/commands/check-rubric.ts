import { askPane } from "../taskpane/request";

/**
 * The ribbon command *Check rubric*: shows the pane and has it check the workbook as it is now. Excel keeps the button pressed and
 * in the end stops the add-in when `completed` is not called, so it is called whatever happens.
 */
export async function checkRubric(event: { completed(): void }): Promise<void> {
  try {
    askPane("check");
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}
