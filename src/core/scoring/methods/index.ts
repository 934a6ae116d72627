// Made by "npm run gen". Do not edit. Every scoring method of this folder, sorted by id.
import bonus from "./bonus";
import deduct from "./deduct";
import linear from "./linear";
import manual from "./manual";
import peer from "./peer";
import piecewise from "./piecewise";

export const METHODS = [bonus, deduct, linear, manual, peer, piecewise] as const;
