import { readFile } from "../../../../../plugin/src/features/import-export/read-file";

const file = (text: string, name = "config.json"): File =>
  ({
    name,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  }) as unknown as File;

describe("a chosen file", () => {
  it.each([
    ["", "config.json", "import.empty"],
    [" \r\n", "holidays.ics", "import.empty"],
    ["Monday 9 to 5", "hours.txt", "import.notJson"],
    ['{"rules": [', "config.json", "import.brokenJson"],
    ["[{]", "config.json", "import.brokenJson"],
    ['{"name": "package"}', "package.json", "import.notOurs"],
    ["[]", "config.json", "import.notOurs"],
    ["5", "config.json", "import.notOurs"],
  ])("[CF17] %j named %s is refused by its cause: %s", async (text, name, why) => {
    expect(await readFile(file(text, name))).toEqual({ type: "unreadable", name, why });
  });

  it.each(['{"rules": [], "schedules": []}', '{"schedules": []}', '{"data": {"rules": []}}'])(
    "[CF17] %s is read as a configuration",
    async (text) => {
      expect((await readFile(file(text))).type).toBe("configuration");
    },
  );
});
