import { imported } from "./imported";
import { LARGE_CALENDARS } from "./large-calendars";

describe("large files", () => {
  // The file has over a megabyte; `npm run bench -- growth` measures.
  it.each(LARGE_CALENDARS)(
    "[IC26] a file of very many $name is imported",
    async ({ count, make, listed }) => {
      const result = await imported(make(10 * count));
      expect(result.rules.length).toBeGreaterThan(0);
      expect(result.listed).toHaveLength(listed(10 * count));
    },
    120_000,
  );
});
