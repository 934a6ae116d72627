import { askPane } from "../taskpane/request";

/**
 * The ribbon command *Check rubric*: shows the pane and has it check the workbook as it is now. `completed` is called in every case.
 * Without it Excel keeps the button pressed and in the end stops the add-in.
 */
export async function checkRubric(event: { completed(): void }): Promise<void> {
  try {
    askPane("check");
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}
