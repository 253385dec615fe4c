/**
 * Derives the result of publishes from the sent requests and Sync's final data. Each sent value is unique, so the
 * values of an item form one path from its initial to its final value: a change was applied if it is on that path.
 */
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { itemRef } from "@schedule-manager/shared/sync/layout";

export interface Sent {
  readonly id: string;
  readonly changes: readonly PublishChange[];
  readonly acknowledged: boolean;
}

/** Items by `ItemRef`; a missing item has no entry. */
export type Items = ReadonlyMap<string, unknown>;

export interface Verdict {
  /** `publish item`: acknowledged but not applied. */
  readonly lost: readonly string[];
  /** Ids of publishes that were applied in part. */
  readonly halfApplied: readonly string[];
  /** Items with a value that nobody sent. */
  readonly unexplained: readonly string[];
  /** Ids of publishes that were applied. */
  readonly applied: readonly string[];
}

interface Edge {
  readonly publish: string;
  readonly acknowledged: boolean;
  readonly from: string;
  readonly to: string;
}

/** An item before its creation, and after its deletion: ids are never reused. */
const NONE = "none";
const DELETED = "deleted";

/** The same text for the same value, in any order of its fields. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return NONE;
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The path back from the final to the initial value with the most acknowledged edges; null: there is none. */
function pathOf(
  edges: readonly Edge[],
  before: string,
  now: string,
  seen: readonly string[] = [],
): Edge[] | null {
  let best: Edge[] | null = now === before ? [] : null;
  for (const from of new Set(edges.filter(({ to }) => to === now).map((edge) => edge.from))) {
    if (seen.includes(from)) continue;
    const rest = pathOf(edges, before, from, [...seen, now]);
    if (rest === null) continue;
    best = better(best, [...rest, ...edges.filter((edge) => edge.to === now && edge.from === from)]);
  }
  return best;
}

function better(one: Edge[] | null, other: Edge[] | null): Edge[] | null {
  if (one === null || other === null) return one ?? other;
  return acknowledgedOf(other) > acknowledgedOf(one) ? other : one;
}

const acknowledgedOf = (path: readonly Edge[]): number =>
  path.filter(({ acknowledged }) => acknowledged).length;

type State = "yes" | "no" | "maybe";

export function check(before: Items, sent: readonly Sent[], now: Items): Verdict {
  const edges = new Map<string, Edge[]>();
  for (const { id, changes, acknowledged } of sent) {
    for (const { kind, id: item, base, value } of changes) {
      const ref = itemRef(kind, item);
      const edge = {
        publish: id,
        acknowledged,
        from: textOf(base?.value),
        to: value === null ? DELETED : textOf(value),
      };
      edges.set(ref, [...(edges.get(ref) ?? []), edge]);
    }
  }
  const unexplained: string[] = [];
  const states = new Map<string, Map<string, State>>();
  const lost: string[] = [];
  for (const ref of new Set([...before.keys(), ...now.keys(), ...edges.keys()])) {
    const mine = edges.get(ref) ?? [];
    const was = textOf(before.get(ref));
    const is = textOf(now.get(ref));
    const path = better(pathOf(mine, was, is), now.has(ref) ? null : pathOf(mine, was, DELETED));
    if (path === null) unexplained.push(ref);
    for (const edge of mine) {
      const state = stateOf(edge, path ?? [], now.has(ref));
      const of = states.get(edge.publish) ?? new Map<string, State>();
      states.set(edge.publish, of.set(ref, state));
      if (edge.acknowledged && state === "no") lost.push(`${edge.publish} ${ref}`);
    }
  }
  const all = (id: string) => [...(states.get(id)?.values() ?? [])];
  return {
    lost,
    unexplained,
    halfApplied: sent.map(({ id }) => id).filter((id) => all(id).includes("yes") && all(id).includes("no")),
    applied: sent.map(({ id }) => id).filter((id) => !all(id).includes("no")),
  };
}

/** Two publishes may delete the same item: then the result fits either of them. */
function stateOf(edge: Edge, path: readonly Edge[], isThere: boolean): State {
  const done = path.filter(({ from, to }) => from === edge.from && to === edge.to);
  if (edge.to === DELETED && !isThere && (done.length > 1 || edge.acknowledged)) return "maybe";
  return done.length > 0 ? "yes" : "no";
}
