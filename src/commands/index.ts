import { checkRubric } from "./check-rubric";

// The names stand in the manifest. Without a host there is no ribbon, and nothing to associate.
if (typeof Office !== "undefined") {
  void Office.onReady().then((info) => {
    if (info.host !== null) Office.actions.associate("checkRubric", checkRubric);
  });
}
