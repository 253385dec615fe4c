import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import type { Configuration, StoredItem } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../drafts/draft";
import { overlay } from "../drafts/overlay";

/** Why a chosen draft is not published. */
export type Hold =
  | { readonly type: "invalid"; readonly problems: readonly EditProblem[] }
  /** Somebody else changed the item too. */
  | { readonly type: "undecided" }
  /** It needs drafts that are not published with it; an empty list: which ones is not known. */
  | { readonly type: "needs"; readonly refs: readonly ItemRef[] };

interface Choice {
  readonly published: readonly Draft[];
  readonly held: ReadonlyMap<ItemRef, Hold>;
  /** The catalogue after the publish. */
  readonly after: Configuration;
}

interface Given {
  readonly live: Configuration;
  readonly drafts: readonly Draft[];
  /** Drafts that the person leaves out. */
  readonly unticked: ReadonlySet<ItemRef>;
  /** Drafts with a conflict. */
  readonly undecided: readonly Draft[];
}

const applied = ({ rules, schedules }: Configuration, drafts: readonly Draft[]): Configuration => ({
  rules: overlay(
    rules,
    drafts.filter(({ kind }) => kind === "rule"),
  ),
  schedules: overlay(
    schedules,
    drafts.filter(({ kind }) => kind === "schedule"),
  ),
});

function problemsOf(live: Configuration, after: Configuration): ReadonlyMap<ItemRef, readonly EditProblem[]> {
  const found = new Map<ItemRef, EditProblem[]>();
  for (const problem of checkEdit({ before: live, after })) {
    const ref = itemRef(problem.kind, problem.id);
    found.set(ref, [...(found.get(ref) ?? []), problem]);
  }
  return found;
}

const versionsOf = ({ base, value }: Draft): readonly StoredItem[] =>
  [base?.value, value].filter((item): item is StoredItem => item !== null && item !== undefined);

const rulesIn = (draft: Draft): readonly string[] =>
  versionsOf(draft).flatMap((item) => ("rules" in item ? item.rules : referencedRules({ id: "", ...item })));

/** What only one schedule may have. */
const claimsOf = (draft: Draft): readonly string[] =>
  versionsOf(draft).flatMap((item) =>
    "timeZone" in item
      ? [
          ...[item.name, ...(item.aliases ?? [])].map((name) => `name ${sameName(name)}`),
          ...(item.queues ?? []).map((queue) => `queue ${sameName(queue)}`),
        ]
      : [],
  );

interface Ties {
  readonly rules: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

/** Reads what ties a draft to others once for each draft: all pairs are compared. */
function createTies(): (draft: Draft) => Ties {
  const known = new Map<Draft, Ties>();
  return (draft) => {
    let ties = known.get(draft);
    if (ties === undefined) {
      ties = { rules: new Set(rulesIn(draft)), claims: new Set(claimsOf(draft)) };
      known.set(draft, ties);
    }
    return ties;
  };
}

/** The drafts of others that an item depends on: by a rule that either lists, or by a name or queue that moves. */
function related(draft: Draft, others: readonly Draft[], tiesOf: (draft: Draft) => Ties): readonly ItemRef[] {
  const { rules, claims } = tiesOf(draft);
  return others
    .filter(
      (other) =>
        (other.kind === "rule" && rules.has(other.id)) ||
        (draft.kind === "rule" && tiesOf(other).rules.has(draft.id)) ||
        [...claims].some((claim) => tiesOf(other).claims.has(claim)),
    )
    .map(draftRef);
}

/**
 * The drafts that can be published together. A draft with a problem holds up itself and those that need it, and no
 * others: each round leaves out the drafts that the checks of a publish refuse.
 */
export function chooseDrafts({ live, drafts, unticked, undecided }: Given): Choice {
  const held = new Map<ItemRef, Hold>(undecided.map((draft) => [draftRef(draft), { type: "undecided" }]));
  const all = applied(live, drafts);
  // With every draft applied, a problem is the draft's own; otherwise it lacks another draft.
  const own = problemsOf(live, all);
  const tiesOf = createTies();
  let published = drafts.filter((draft) => !unticked.has(draftRef(draft)) && !held.has(draftRef(draft)));
  for (;;) {
    const isAll = published.length === drafts.length;
    const after = isAll ? all : applied(live, published);
    const problems = isAll ? own : problemsOf(live, after);
    const refused = published.filter((draft) => problems.has(draftRef(draft)));
    if (refused.length === 0) return { published, held, after };
    const kept = new Set(published);
    for (const draft of refused) kept.delete(draft);
    published = [...kept];
    const left = drafts.filter((draft) => !kept.has(draft));
    for (const draft of refused) {
      const ref = draftRef(draft);
      const found = own.get(ref);
      const others = left.filter((other) => other !== draft);
      held.set(
        ref,
        found === undefined
          ? { type: "needs", refs: related(draft, others, tiesOf) }
          : { type: "invalid", problems: found },
      );
    }
  }
}
