import { ownersOf } from "../../../../plugin/chunk-owners";

type Chunks = Parameters<typeof ownersOf>[0];

const chunk = (imports: string[], dynamicImports: string[] = []) => ({ imports, dynamicImports });

describe("modules that chunks share", () => {
  it("[PP9] the chunk that is always loaded first brings a module that later chunks share", () => {
    const chunks: Chunks = new Map([
      ["main.js", chunk([], ["admin.js"])],
      ["admin.js", chunk(["context.js"])],
      ["context.js", chunk(["main.js"], ["history.js"])],
      ["history.js", chunk(["context.js", "admin.js"], ["deep.js"])],
      ["deep.js", chunk(["context.js"])],
    ]);
    const owners = ownersOf(chunks, new Set(["main.js"]), new Set(["admin.js", "history.js", "deep.js"]));
    expect([...owners]).toEqual([["context.js", "admin.js"]]);
  });

  it("[PP9] chunks of which either may load first have no owner for what they share", () => {
    const chunks: Chunks = new Map([
      ["main.js", chunk([], ["es-ES.js", "es-MX.js"])],
      ["es-ES.js", chunk(["es.js"])],
      ["es-MX.js", chunk(["es.js"])],
      ["es.js", chunk([])],
    ]);
    expect([...ownersOf(chunks, new Set(["main.js"]), new Set(["es-ES.js", "es-MX.js"]))]).toEqual([]);
  });
});
