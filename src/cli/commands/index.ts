// Made by "npm run gen". Do not edit. Every command of this folder, sorted by id.
import adopt from "./adopt";
import compare from "./compare";
import policy from "./policy";
import rule from "./rule";
import score from "./score";
import template from "./template";
import validate from "./validate";

export const COMMANDS = [adopt, compare, policy, rule, score, template, validate] as const;
