import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import type { ItemPage, ItemRange } from "./connection";
import { itemOf } from "./follow-map";
import type { OpenMaps } from "./open-maps";
import { upTo } from "./item-range";

/**
 * Lists pages of maps. The SDK pages through its cache, in which live events leave gaps, so each page is read from a
 * map that was just opened, and reads of one map run one after another.
 */
export function itemLister(open: OpenMaps): (name: string, range: ItemRange) => Promise<ItemPage> {
  const last = new Map<string, Promise<void>>();

  const read = async (name: string, range: ItemRange): Promise<ItemPage> => {
    const { from, order = "asc", pageSize = MAX_PAGE } = range;
    const { map, close } = await open(name);
    try {
      let page = await map.getItems({ order, pageSize, ...(from === undefined ? {} : { from }) });
      const items = page.items.map(itemOf);
      // Sync may return fewer items than requested.
      while (items.length < pageSize && page.hasNextPage) {
        page = await page.nextPage();
        items.push(...page.items.map(itemOf));
      }
      return upTo(items.slice(0, pageSize), items.length > pageSize || page.hasNextPage, range);
    } finally {
      close();
    }
  };

  return (name, range) => {
    const reading = (last.get(name) ?? Promise.resolve()).then(() => read(name, range));
    // Holds no page, since it stays until the map is read again.
    const settled = reading.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, settled);
    return reading;
  };
}
