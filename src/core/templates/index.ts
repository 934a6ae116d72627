// Made by "npm run gen". Do not edit. Every template of this folder, sorted by id.
import gradedManager from "./graded-manager";
import hotlineAgent from "./hotline-agent";
import shiftLeader from "./shift-leader";

export const TEMPLATES = [gradedManager, hotlineAgent, shiftLeader] as const;
