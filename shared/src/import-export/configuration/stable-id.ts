import { keyFor } from "../../sync/layout";
import { textHash } from "./text-hash";

/**
 * An id that is the same each time the same thing is imported, so that the next import updates it.
 * @param identity what makes it the same thing
 * @param taken ids that are in use; the new one is added
 */
export function stableId(name: string, identity: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = keyFor(name, textHash(attempt === 0 ? identity : `${identity} ${attempt}`));
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
