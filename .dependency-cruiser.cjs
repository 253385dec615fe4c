/**
 * The allowed imports between folders; `npm run boundaries` checks them.
 *
 * Each rule is a line of a table: add a folder's row to LAYERS or an entry to `forbidden`.
 */

/** Each package with the other packages that it may import. */
const PACKAGES = {
  shared: [],
  functions: ["shared"],
  plugin: ["shared"],
  "flex-config": ["shared", "functions"],
  test: ["shared", "functions", "plugin", "flex-config"],
};

/**
 * Layers within a package's `src`, lowest first: a file imports its own layer and those below it. A layer is a list of
 * folders that don't import each other. An empty list means: no layers yet.
 */
const LAYERS = {
  plugin: [
    ["i18n", "functions", "debug", "redux"],
    ["sync"],
    ["settings", "catalogue"],
    ["drafts", "history"],
    ["navigation"],
    ["publishing"],
    ["locks"],
    ["store"],
    ["services"],
    ["ui"],
    ["features"],
    ["pages", "flex"],
    ["app"],
  ],
  functions: [
    ["runtime"],
    ["http"],
    ["sync"],
    ["endpoint", "catalogue"],
    ["auth", "publish"],
    ["check"],
    ["hours"],
    ["handlers"],
  ],
  shared: [
    ["collections"],
    ["time"],
    ["model"],
    ["sync"],
    ["recurrence", "api"],
    ["evaluator"],
    ["i18n"],
    ["editing"],
    ["validation", "history", "import-export"],
  ],
};

const below = (name, folders) => `^${name}/src/(${folders.join("|")})(/|[.])`;

const packageRules = Object.entries(PACKAGES).map(([name, allowed]) => ({
  name: `${name}-imports-only-${["itself", ...allowed].join("-")}`,
  severity: "error",
  from: { path: `^${name}/` },
  to: {
    path: `^(${Object.keys(PACKAGES)
      .filter((other) => other !== name && !allowed.includes(other))
      .concat("^$")
      .join("|")})/`,
  },
}));

const layerRules = Object.entries(LAYERS).flatMap(([name, layers]) =>
  layers.flatMap((layer, index) => {
    const above = layers.slice(index + 1).flat();
    const upwards =
      above.length === 0
        ? []
        : [
            {
              name: `${name}-${layer.join("-")}-imports-nothing-above`,
              severity: "error",
              from: { path: below(name, layer) },
              to: { path: below(name, above) },
            },
          ];
    const sideways = layer.map((folder) => ({
      name: `${name}-${folder}-imports-no-neighbour`,
      severity: "error",
      from: { path: below(name, [folder]) },
      to: { path: below(name, layer), pathNot: below(name, [folder]) },
    }));
    return layer.length > 1 ? [...upwards, ...sideways] : upwards;
  }),
);

module.exports = {
  forbidden: [
    ...packageRules,
    ...layerRules,
    {
      name: "shared-imports-no-node",
      comment: "shared runs in functions and in browsers.",
      severity: "error",
      from: { path: "^shared/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "shared-imports-few-packages",
      comment: "The pure core has no React, no Twilio, and no package that is not in this list.",
      severity: "error",
      from: { path: "^shared/src/" },
      to: { path: "node_modules/", pathNot: "node_modules/(@types/)?(luxon|valibot|ical[.]js)/" },
    },
    {
      name: "flex-config-imports-only-the-publish-of-functions",
      comment:
        "The commands publish by the same code as the functions; nothing that runs in Twilio's runtime.",
      severity: "error",
      from: { path: "^flex-config/" },
      to: {
        path: "^functions/",
        pathNot:
          "^functions/src/(publish/(publish|read-whole|request)|sync/sync-clients|endpoint/failed-from|settings|budget)[.]ts$",
      },
    },
    {
      name: "features-import-no-feature",
      severity: "error",
      from: { path: "^plugin/src/features/([^/]+)/" },
      to: { path: "^plugin/src/features/", pathNot: "^plugin/src/features/$1/" },
    },
    {
      name: "no-circles",
      comment:
        "Types included. Tests and the stand-in may have circles of types, which do not exist at run time.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { circular: true },
    },
    {
      name: "no-running-circles-in-tests",
      severity: "error",
      from: { path: "^test/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolved-import",
      comment: "Rules check only imports that resolve. Tests may require files that a build writes.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|build)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
