import { storeSelectors } from "../unit/plugin/store";
import type { StoredItem, StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import type { DraftBase } from "@schedule-manager/plugin/drafts/draft";
import type { Edit } from "@schedule-manager/plugin/drafts/draft-steps";
import { baseOf } from "@schedule-manager/plugin/drafts/draft-state";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { RootState } from "@schedule-manager/plugin/store/root";
import { keyFor } from "@schedule-manager/shared/sync/layout";
import type { Random } from "./random";

const { selectDrafts } = storeSelectors();

type Kind = "rule" | "schedule";
interface There {
  readonly kind: Kind;
  readonly id: string;
  readonly base: DraftBase;
}

function itemsOf(root: RootState): There[] {
  const { live } = pluginState(root);
  const of = (kind: Kind, entities: Readonly<Record<string, Parameters<typeof baseOf>[0]>>) =>
    Object.entries(entities).flatMap(([id, item]): There[] => {
      const base = baseOf(item);
      return base === null ? [] : [{ kind, id, base }];
    });
  return [...of("schedule", live.schedules.entities), ...of("rule", live.rules.entities)];
}

/** One to four edits of an admin's current items. @param mark is in every value and makes it unique */
export function randomEdits(root: RootState, random: Random, mark: string): Edit[] {
  const items = itemsOf(root);
  const edits = new Map<string, Edit>();
  const add = (kind: Kind, id: string, base: DraftBase | null, value: StoredItem | null) =>
    edits.set(`${kind}:${id}`, { kind, id, base, value, at: Date.now() });
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const what = random.next();
    const key = keyFor(
      `new ${mark}`,
      `${random
        .below(36 ** 5)
        .toString(36)
        .padStart(6, "x")}${left}`,
    );
    if (what < 0.12) add("rule", key, null, { name: `Rule ${mark} ${left}`, isOpen: true });
    else if (what < 0.2) {
      const rules = items.filter(({ kind }) => kind === "rule").map(({ id }) => id);
      const name = `Schedule ${mark} ${left}`;
      add("schedule", key, null, { name, timeZone: "UTC", manualClose: false, rules: rules.slice(0, 1) });
    } else {
      const { kind, id, base } = random.pick(items);
      // Keeps some items to edit.
      const few = items.filter((item) => item.kind === kind).length < 4;
      add(kind, id, base, what > 0.92 && !few ? null : changed(kind, base.value, random, mark));
    }
  }
  return [...edits.values()];
}

/** An edit of one field, so that the edits of two admins sometimes merge. */
function changed(kind: Kind, value: StoredItem, random: Random, mark: string): StoredItem {
  if (kind === "rule") {
    const rule = value as StoredRule;
    return random.chance(0.5)
      ? { ...rule, name: `Rule ${mark}` }
      : { ...rule, isOpen: false, closedReason: mark };
  }
  const schedule = value as StoredSchedule;
  const next = random.chance(0.3) ? { ...schedule, manualClose: !schedule.manualClose } : schedule;
  if (random.chance(0.5)) return { ...next, group: mark };
  return { ...next, aliases: [...(schedule.aliases ?? []), `alias ${mark}`].slice(-3) };
}

/** The same drafts with another mark, as after more typing: a retry then sends another value. */
export function markAnew(root: RootState, mark: string): Edit[] {
  return selectDrafts(root).flatMap(({ kind, id, base, value }): Edit[] => {
    if (value === null) return [];
    const next = kind === "rule" ? { ...value, name: `Rule ${mark} ${id}` } : { ...value, group: mark };
    return [{ kind, id, base, value: next, at: Date.now() }];
  });
}
