import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft, DraftBase } from "../drafts/draft";
import { draftsPublished, draftsRekeyed, type PublishedDraft } from "../drafts/drafts";
import { newKeys, rekeyed } from "../drafts/provisional-keys";
import type { PublishDeps } from "./publish-effect";
import { type PartsOptions, type PartsOutcome, publishParts } from "./publish-parts";
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
    const liveValue = now.get(ref);
    return liveValue === undefined ? [] : [{ ref, sent: value, now: liveValue }];
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
 * later publish fails or is stopped.
 */
export async function publishDrafts(
  deps: PublishDraftsDeps,
  drafts: readonly Draft[],
  options: PartsOptions = {},
): Promise<PartsOutcome> {
  const { store } = deps;
  return publishParts(deps, {
    ...options,
    changes: [...withKeys(deps, drafts)].sort((a, b) => rank(a) - rank(b)).map(changeOf),
    // During earlier publishes the live item may have changed, or may already equal the draft.
    current: (part) => {
      const { items } = pluginState(store.getState()).drafts;
      return part.flatMap((change) => {
        const draft = items[itemRef(change.kind, change.id)];
        return draft === undefined ? [] : [changeOf(draft)];
      });
    },
    onPublished: (part, { items }) => {
      store.dispatch(draftsPublished(publishedDrafts(part, items)));
    },
  });
}
