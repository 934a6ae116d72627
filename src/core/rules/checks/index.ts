// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.

export const CHECKS = [] as const;
