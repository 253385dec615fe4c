import { useStore } from "react-redux";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../../catalogue/root";
import type { Draft } from "../../drafts/draft";
import { baseOf } from "../../drafts/draft-state";
import { liveOf } from "../../drafts/selectors";
import { useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useEditTogether } from "../../ui/use-edit-together";
import { readable } from "./describe-step";

/** Changes read at once. */
const AT_ONCE = 8;
/** A base that no live item has, so that later changes are merged. */
const EARLIER = "";

type Revert = Omit<Draft, "edited">;

/**
 * Reverts a publish: makes drafts that set its items back to what they were. Later changes of other fields stay, and
 * those of the same fields are conflicts, as for any draft on an earlier version.
 */
export function useRevert(): (entry: JournalEntry) => Promise<void> {
  const { history, t, notify } = useServices();
  const editTogether = useEditTogether();
  const store = useStore<RootState>();

  /** undefined: not known; null: there is nothing to revert. */
  const revertOf = async (ref: ItemRef, generation: number): Promise<Revert | null | undefined> => {
    const named = parseItemRef(ref);
    const step = await history.step(ref, generation);
    if (named === null || step === null || step.before === undefined) return undefined;
    const value = readable(step.entry, step.before);
    const published = readable(step.entry, step.entry.value);
    if (value === undefined || published === undefined) return undefined;
    const live = baseOf(liveOf(pluginState(store.getState()).live, named));
    if (sameValue(live?.value ?? null, value)) return null;
    if (live === null) return { ...named, base: null, value };
    if (published === null) return undefined;
    const isUnchanged = sameValue(live.value, published);
    return { ...named, base: isUnchanged ? live : { revision: EARLIER, value: published }, value };
  };

  return async ({ items, generation }) => {
    const found: (Revert | null | undefined)[] = [];
    try {
      for (let at = 0; at < items.length; at += AT_ONCE) {
        const some = items.slice(at, at + AT_ONCE);
        found.push(...(await Promise.all(some.map((ref) => revertOf(ref, generation)))));
      }
    } catch {
      notify("warning", t("history.revert.failed"));
      return;
    }
    const edits = found.flatMap((one) => one ?? []);
    const skipped = found.filter((one) => one === undefined).length;
    if (edits.length > 0) editTogether(edits);
    const said = [
      edits.length > 0
        ? t("history.reverted", { count: edits.length })
        : skipped === 0
          ? t("history.revert.none")
          : "",
      skipped > 0 ? t("history.reverted.skipped", { count: skipped }) : "",
    ];
    notify(skipped > 0 ? "warning" : "success", said.filter((text) => text !== "").join(" "));
  };
}
