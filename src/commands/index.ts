import { checkRubric } from "./check-rubric";

// The names are those of the manifest. A page without a host has no ribbon to connect.
if (typeof Office !== "undefined") {
  void Office.onReady().then((info) => {
    if (info.host !== null) Office.actions.associate("checkRubric", checkRubric);
  });
}
