import { Sync } from "../../stand-in/sync/sync";
import { BACKEND } from "../../stand-in/sync/types";
import fc from "../../support/fast-check";

function mapOf(keys: readonly string[]) {
  const sync = new Sync({ now: () => 0, limits: false });
  const session = sync.as(BACKEND, sync.createService().sid);
  session.createMap({ uniqueName: "m" });
  for (const key of keys) session.putItem("m", key, { data: {} });
  return session;
}

const someKeys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 40 });

describe("paging", () => {
  it("[SY4] forwards or backwards, in pages of any size, it is the sorted list; the way back is the same", () => {
    fc.assert(
      fc.property(
        someKeys,
        fc.constantFrom("asc", "desc"),
        fc.integer({ min: 1, max: 9 }),
        (keys, order, pageSize) => {
          const session = mapOf(keys);
          const sorted = [...keys].sort();
          if (order === "desc") sorted.reverse();
          const pages = [session.listItems("m", { order, pageSize })];
          for (;;) {
            const token = pages.at(-1)?.nextToken ?? null;
            if (token === null) break;
            pages.push(session.listItems("m", { pageSize, pageToken: token }));
          }
          const names = pages.map(({ items }) => items.map(({ key }) => key));
          expect(names.flat()).toEqual(sorted);
          expect(pages[0]?.previousToken).toBeNull();
          for (let index = pages.length - 1; index > 0; index -= 1) {
            const back = session.listItems("m", { pageSize, pageToken: pages[index]?.previousToken ?? "" });
            expect(back.items.map(({ key }) => key)).toEqual(names[index - 1]);
          }
        },
      ),
    );
  });

  it("[SY4] from any key on, with it or without it", () => {
    fc.assert(
      fc.property(
        someKeys,
        fc.string({ maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        (keys, from, desc, inclusive) => {
          const page = mapOf(keys).listItems("m", {
            from,
            order: desc ? "desc" : "asc",
            bounds: inclusive ? "inclusive" : "exclusive",
            pageSize: 100,
          });
          const wanted = [...keys]
            .sort()
            .filter((key) => (inclusive && key === from) || (desc ? key < from : key > from));
          expect(page.items.map(({ key }) => key)).toEqual(desc ? wanted.reverse() : wanted);
        },
      ),
    );
  });

  it("[SY4] more than a hundred at once are cut to a hundred; other sizes and tokens are refused", () => {
    const session = mapOf(Array.from({ length: 120 }, (_, index) => `k${index}`));
    expect(session.listItems("m").items).toHaveLength(50);
    expect(session.listItems("m", { pageSize: 1000 }).items).toHaveLength(100);
    expect(() => session.listItems("m", { pageSize: 0 })).toThrow("Invalid page size");
    expect(() => session.listItems("m", { pageToken: "PTnonsense" })).toThrow("Invalid page token");
  });
});
