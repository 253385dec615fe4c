import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { Draft, DraftBase } from "../drafts/draft";
import { draftsPublished, draftsRekeyed, type PublishedDraft } from "../drafts/drafts";
import { newKeys, rekeyed } from "../drafts/provisional-keys";
import { publishChanges, type PublishDeps, type PublishOutcome } from "./publish-effect";
import { pluginState } from "../catalogue/root";
import { liveOf } from "../drafts/selectors";

const changeOf = ({ kind, id, base, value }: Draft): PublishChange => ({ kind, id, base, value });

function publishedDrafts(
  changes: readonly PublishChange[],
  items: readonly {
    readonly kind: Draft["kind"];
    readonly id: string;
    readonly revision: string | null;
    readonly value: StoredItem | null;
  }[],
): readonly PublishedDraft[] {
  const now = new Map(
    items.map(({ kind, id, revision, value }): [string, DraftBase | null] => [
      itemRef(kind, id),
      revision === null || value === null ? null : { revision, value },
    ]),
  );
  return changes.flatMap(({ kind, id, value }) => {
    const ref = itemRef(kind, id);
    const there = now.get(ref);
    return there === undefined ? [] : [{ ref, sent: value, now: there }];
  });
}

/** Rules come before the schedules that list them; deletions in reverse order. */
const rank = ({ kind, value }: Draft): number =>
  value === null ? (kind === "schedule" ? 2 : 3) : kind === "rule" ? 0 : 1;

/** Gives new items their final keys. @returns the drafts with those keys */
function withKeys({ store, newSuffix }: PublishDraftsDeps, drafts: readonly Draft[]): readonly Draft[] {
  const { live, drafts: all } = pluginState(store.getState());
  const isTaken = (ref: ItemRef): boolean => {
    const named = parseItemRef(ref);
    return all.items[ref] !== undefined || (named !== null && liveOf(live, named) !== undefined);
  };
  const keys = newKeys(drafts, newSuffix, isTaken);
  if (Object.keys(keys).length > 0) store.dispatch(draftsRekeyed(keys));
  return drafts.map((draft) => rekeyed(draft, keys));
}

export interface PublishDraftsDeps extends PublishDeps {
  /** Makes the random suffix of a key: `[a-z0-9]{6}`. */
  readonly newSuffix: () => string;
}

/**
 * Publishes drafts, many of them in several publishes that are each atomic. Published drafts are removed even when a
 * later publish fails.
 * @param onProgress the number of changes published so far
 */
export async function publishDrafts(
  deps: PublishDraftsDeps,
  drafts: readonly Draft[],
  onProgress: (published: number) => void = () => undefined,
): Promise<PublishOutcome | null> {
  const changes = [...withKeys(deps, drafts)].sort((a, b) => rank(a) - rank(b)).map(changeOf);
  let outcome: PublishOutcome | null = null;
  let done = 0;
  for (const part of splitChanges(changes)) {
    outcome = await publishChanges(deps, part);
    if (!outcome.ok) return outcome;
    deps.store.dispatch(draftsPublished(publishedDrafts(part, outcome.answer.items)));
    done += part.length;
    onProgress(done);
  }
  return outcome;
}
