// Made by "npm run gen". Do not edit. Every custom function of this folder, sorted by id.
import deductscore from "./deductscore";
import grade from "./grade";
import linearscore from "./linearscore";
import peerscore from "./peerscore";
import weightedkpi from "./weightedkpi";

export const FUNCTIONS = [deductscore, grade, linearscore, peerscore, weightedkpi] as const;
