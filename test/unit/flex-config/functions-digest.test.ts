import { functionsDigest } from "@schedule-manager/flex-config/deploy/built-functions";

const file = (path: string, content = path) => ({ name: path, path, access: "public" as const, content });
const FILES = ["/check-schedule", "/hours", "/health", "/sync-token", "/admin/list", "/admin/publish"].map(
  (path) => file(path),
);
const DEPENDENCIES = [
  { name: "twilio", version: "6.2.0" },
  { name: "@twilio/runtime-handler", version: "2.1.2" },
];
const digest = (functions = FILES, dependencies = DEPENDENCIES) =>
  functionsDigest("node22", { functions, dependencies });

describe("the digest of the functions", () => {
  it("[DP3] does not depend on the order of files and dependencies", () => {
    for (let turn = 0; turn < FILES.length; turn += 1) {
      const turned = [...FILES.slice(turn), ...FILES.slice(0, turn)];
      expect(digest(turned)).toBe(digest());
      expect(digest(turned.toReversed())).toBe(digest());
    }
    expect(digest(FILES, DEPENDENCIES.toReversed())).toBe(digest());
  });

  it.each([
    ["content", () => digest([...FILES.slice(1), file("/check-schedule", "other")])],
    ["files", () => digest(FILES.slice(1))],
    ["a dependency's version", () => digest(FILES, [{ name: "twilio", version: "6.2.1" }])],
    ["the runtime", () => functionsDigest("node24", { functions: FILES, dependencies: DEPENDENCIES })],
  ])("[DP3] changes with %s", (_what, other) => {
    expect(other()).not.toBe(digest());
  });
});
