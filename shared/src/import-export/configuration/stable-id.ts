import { keyFor } from "../../sync/layout";
import { textHash } from "./text-hash";

/**
 * Creates the same id at each import of the same item, so that the next import updates it.
 * @param identity identifies the item
 * @param taken ids in use; receives the new one
 */
export function stableId(name: string, identity: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = keyFor(name, textHash(attempt === 0 ? identity : `${identity} ${attempt}`));
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
