import { useEffect, useRef, useState } from "react";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { nextTask } from "../../drafts/work-in-slices";
import { useServices } from "../../services/services";
import { useEditTogether } from "../../ui/use-edit-together";

export interface TakeImport {
  readonly isTaken: boolean;
  readonly take: (changes: readonly PublishChange[]) => void;
}

/**
 * Turns an import into drafts, all in one step, and then leaves the page. The preview makes way first, so that neither
 * the drafts nor the next page wait for thousands of lines to be compared again: each has a task of its own.
 * @param onDone not called when the person left meanwhile
 */
export function useTakeImport(onDone: () => void): TakeImport {
  const { t, notify } = useServices();
  const editTogether = useEditTogether();
  const [isTaken, setTaken] = useState(false);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return {
    isTaken,
    take: (changes) => {
      setTaken(true);
      nextTask(() => {
        // The preview compares with drafts too; a draft's base is the live item.
        editTogether(changes.map(({ kind, id, value }) => ({ kind, id, value })));
        notify("success", t("import.taken", { count: changes.length }));
        nextTask(() => {
          if (isHere.current) onDone();
        });
      });
    },
  };
}
