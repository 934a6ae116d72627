export { applyAdoption, planAdoption } from "./adopt";
export type { Adoption } from "./adopt";
export type { OpenQuestion } from "./questions";
