/** Checks beyond `npm run boundaries`, which checks the allowed imports. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const SHARED = resolve(__dirname, "../../shared/src");
const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local|utc)\(\)|\bperformance\.now\(/;

describe("structure", () => {
  it("[HS4] shared reads no clock", () => {
    const names = readdirSync(SHARED, { recursive: true }).map(String);
    const sources = names.filter((name) => /\.tsx?$/.test(name));
    expect(sources.length).toBeGreaterThan(50);
    const reading = sources.filter((name) =>
      CLOCK.test(readFileSync(join(SHARED, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
    );
    expect(reading).toEqual([]);
  });
});
