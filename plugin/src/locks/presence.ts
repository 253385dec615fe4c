import { keysOf } from "@schedule-manager/shared/collections/keys";
import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { dictionary } from "@schedule-manager/shared/collections/dictionary";
import type { Actor, ItemRef } from "@schedule-manager/shared/sync/layout";
import type { LockEntries, LockEntry, LockOwner } from "./edit-lock";

/** Events of the map of locks. */
export type PresenceEvent =
  | { readonly type: "reset"; readonly entries: readonly LockEntry[] }
  | { readonly type: "changed"; readonly entry: LockEntry }
  | { readonly type: "removed"; readonly ref: ItemRef }
  /** All events up to now have arrived, after opening the map or a lost socket. */
  | { readonly type: "caughtUp" };

/** The person who took over an item that this page edited. */
export interface Taken {
  readonly by: Actor;
  /** ISO 8601 */
  readonly since: string;
}

export interface Presence {
  /** This page as an owner; null: this person may not edit. */
  readonly me: LockOwner | null;
  readonly entries: LockEntries;
  /** Names of the people seen editing, by identity: the journal stores identities only. */
  readonly people: Readonly<Record<string, string>>;
  /** Locks that another page took from this one, until this page has them again. */
  readonly taken: Readonly<Partial<Record<ItemRef, Taken>>>;
  /** Locks of this page that Sync removed during a disconnect. The next owner counts as a takeover. */
  readonly expired: readonly ItemRef[];
  /** ms since the epoch, Sync's clock: the time at which `entries` are judged. */
  readonly now: number;
}

const initialState: Presence = {
  me: null,
  entries: {},
  people: dictionary(),
  taken: {},
  expired: [],
  now: 0,
};

function without<V>(
  record: Readonly<Partial<Record<ItemRef, V>>>,
  ref: ItemRef,
): Partial<Record<ItemRef, V>> {
  const { [ref]: _, ...rest } = record;
  return rest;
}

function put(state: Presence, entry: LockEntry): Presence {
  const { ref, data } = entry;
  const { me, entries } = state;
  const before = entries[ref];
  // The page's own write arrives before older events of other pages.
  if (before !== undefined && before.updated > entry.updated) return state;
  const wasMine = (me !== null && before?.data.lockId === me.lockId) || state.expired.includes(ref);
  const isMine = data.lockId === me?.lockId;
  const taken = isMine
    ? without(state.taken, ref)
    : wasMine && data.lockId !== ""
      ? { ...state.taken, [ref]: { by: data.by, since: data.since } }
      : state.taken;
  const { identity, name } = data.by;
  const people =
    name === undefined || state.people[identity] === name
      ? state.people
      : Object.assign(dictionary(state.people), { [identity]: name });
  return { ...state, entries: { ...entries, [ref]: entry }, people, taken };
}

function apply(state: Presence, event: PresenceEvent): Presence {
  if (event.type === "changed") return put(state, event.entry);
  if (event.type === "caughtUp") return { ...state, expired: [] };
  if (event.type === "removed") {
    const { ref } = event;
    const wasMine = state.me !== null && state.entries[ref]?.data.lockId === state.me.lockId;
    const expired = wasMine ? [...state.expired, ref] : state.expired;
    return { ...state, entries: without(state.entries, ref), expired };
  }
  const there = new Set(event.entries.map(({ ref }) => ref));
  const removedRefs = keysOf(state.entries).filter((ref) => !there.has(ref));
  const kept = removedRefs.reduce((entries, ref) => without(entries, ref), state.entries);
  return event.entries.reduce(put, { ...state, entries: kept });
}

const slice = createSlice({
  name: "scheduleManager/presence",
  initialState,
  reducers: {
    presenceBegun: (state: Presence, { payload }: PayloadAction<LockOwner>): Presence => ({
      ...state,
      me: payload,
    }),
    presenceChanged: (
      state: Presence,
      { payload: { events, now } }: PayloadAction<{ events: readonly PresenceEvent[]; now: number }>,
    ): Presence => ({ ...events.reduce(apply, state), now }),
    /** Names from an earlier visit; those seen now win. */
    peopleRemembered: (
      state: Presence,
      { payload }: PayloadAction<Readonly<Record<string, string>>>,
    ): Presence => ({ ...state, people: Object.assign(dictionary(payload), state.people) }),
    /** Advances the time at which locks are judged. */
    presenceJudged: (state: Presence, { payload }: PayloadAction<number>): Presence => ({
      ...state,
      now: payload,
    }),
  },
});

export const presenceReducer = slice.reducer;
export const { presenceBegun, presenceChanged, peopleRemembered, presenceJudged } = slice.actions;
