/**
 * What became of publishes, from what was sent and what Sync holds in the end. Every value that is sent is there once
 * only, so the values of an item form one path from what it was to what it is: a change is applied when it is on it.
 */
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { itemRef } from "@schedule-manager/shared/sync/layout";

export interface Sent {
  readonly id: string;
  readonly changes: readonly PublishChange[];
  readonly acknowledged: boolean;
}

/** Items by `ItemRef`; one that is not there is not there. */
export type Items = ReadonlyMap<string, unknown>;

export interface Verdict {
  /** `publish item`: acknowledged and not there. */
  readonly lost: readonly string[];
  /** Ids of publishes of which a part was done. */
  readonly halfApplied: readonly string[];
  /** Items that are what nobody sent. */
  readonly unexplained: readonly string[];
  /** Ids of publishes that were done. */
  readonly applied: readonly string[];
}

interface Edge {
  readonly publish: string;
  readonly acknowledged: boolean;
  readonly from: string;
  readonly to: string;
}

/** An item before it was made, and after it was deleted: ids are never used again. */
const NONE = "none";
const DELETED = "deleted";

/** The same text for the same value, whatever the order of its fields. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return NONE;
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The path back from what is to what was, by its edges, that has most that was acknowledged; null: there is none. */
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

/** Two may have asked for the same deletion: then nobody can say whose it was, and both have what they asked for. */
function stateOf(edge: Edge, path: readonly Edge[], isThere: boolean): State {
  const done = path.filter(({ from, to }) => from === edge.from && to === edge.to);
  if (edge.to === DELETED && !isThere && (done.length > 1 || edge.acknowledged)) return "maybe";
  return done.length > 0 ? "yes" : "no";
}
