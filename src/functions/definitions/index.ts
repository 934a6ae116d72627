// Made by "npm run gen". Do not edit. Every custom function of this folder, sorted by id.

export const FUNCTIONS = [] as const;
