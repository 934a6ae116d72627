// Made by "npm run gen". Do not edit. Every function of this folder, sorted by id.
import bandscore from "./bandscore";
import bonusscore from "./bonusscore";
import checklistscore from "./checklistscore";
import deductscore from "./deductscore";
import grade from "./grade";
import gradescore from "./gradescore";
import linearscore from "./linearscore";
import passscore from "./passscore";
import peerscore from "./peerscore";
import rulescore from "./rulescore";
import weightedkpi from "./weightedkpi";

export const FUNCTIONS = [
  bandscore,
  bonusscore,
  checklistscore,
  deductscore,
  grade,
  gradescore,
  linearscore,
  passscore,
  peerscore,
  rulescore,
  weightedkpi,
] as const;
