const { load } = require("./load.cjs");

load("unit/core");
load("unit/usecases");
load("contracts", (file) =>
  ["data-only", "definitions", "limits", "templates"].some((name) => file === `${name}.test.ts`),
);
