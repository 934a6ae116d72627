// Made by "npm run gen". Do not edit. Every scoring method of this folder, sorted by id.
import bonus from "./bonus";
import checklist from "./checklist";
import deduct from "./deduct";
import grade from "./grade";
import linear from "./linear";
import manual from "./manual";
import passFail from "./pass-fail";
import peer from "./peer";
import piecewise from "./piecewise";

export const METHODS = [bonus, checklist, deduct, grade, linear, manual, passFail, peer, piecewise] as const;
