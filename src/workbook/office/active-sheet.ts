import { isAboutActiveSheet } from "./failures";

/**
 * Sends a request and tells the id of the active sheet. Undefined if there is none: Excel refuses the question while a chart sheet is in
 * front (office-js#2444). The request then goes out again without it. `queue` must only ask.
 */
export async function askWithActiveSheet(
  context: Excel.RequestContext,
  queue: () => void,
): Promise<string | undefined> {
  queue();
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("id");
  try {
    await context.sync();
    return active.id;
  } catch (error) {
    if (!isAboutActiveSheet(error)) throw error;
  }
  queue();
  await context.sync();
  return undefined;
}
