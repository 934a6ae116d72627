// Made by "npm run gen". Do not edit. Every method of this folder, sorted by id.
import attainment from "./attainment";
import bonus from "./bonus";
import checklist from "./checklist";
import deduct from "./deduct";
import grade from "./grade";
import linear from "./linear";
import manual from "./manual";
import passFail from "./pass-fail";
import peer from "./peer";
import period from "./period";
import piecewise from "./piecewise";
import raters from "./raters";
import rating from "./rating";
import step from "./step";
import targetCentred from "./target-centred";
import team from "./team";

export const METHODS = [
  attainment,
  bonus,
  checklist,
  deduct,
  grade,
  linear,
  manual,
  passFail,
  peer,
  period,
  piecewise,
  raters,
  rating,
  step,
  targetCentred,
  team,
] as const;
