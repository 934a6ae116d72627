const ROOMS = require("./src/build/rooms.cjs");

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const isFile = (name) => /\.\w+$/.test(name);
const pathOf = (name) => `^src/${escaped(name)}${isFile(name) ? "$" : "/"}`;
const packagePath = (name) => `(^|/)node_modules/${escaped(name)}`;

function rulesOf(room, { may, packages = [], node = false }) {
  const from = { path: pathOf(room) };
  const rule = (what, to) => ({ name: `${room} ${what}`, severity: "error", from, to });
  return [
    rule("imports a room that it may not", { path: "^src/", pathNot: [room, ...may].map(pathOf) }),
    rule("imports a package that it may not", {
      pathNot: ["^src/", ...packages.map(packagePath)],
      dependencyTypesNot: ["core"],
      couldNotResolve: false,
    }),
    ...(node ? [] : [rule("imports Node", { dependencyTypes: ["core"] })]),
  ];
}

module.exports = {
  forbidden: [
    { name: "circle", severity: "error", from: {}, to: { circular: true } },
    { name: "not found", severity: "error", from: { path: "^src/" }, to: { couldNotResolve: true } },
    ...Object.entries(ROOMS).flatMap(([room, rights]) => rulesOf(room, rights)),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Types make circles, too.
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".cjs", ".mjs", ".js", ".json", ".css"],
      // What packages without a main file offer.
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
