import { useCallback, useMemo, useState } from "react";

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly select: (id: string, isSelected: boolean) => void;
  readonly selectAll: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The selected rows; rows that no longer exist are dropped. @param selectableIds ids of all selectable rows */
export function useSelection(selectableIds: ReadonlySet<string>): Selection {
  const [chosen, setChosen] = useState(NONE);
  const ids = useMemo(
    () =>
      [...chosen].every((id) => selectableIds.has(id))
        ? chosen
        : new Set([...chosen].filter((id) => selectableIds.has(id))),
    [chosen, selectableIds],
  );
  const select = useCallback((id: string, isSelected: boolean) => {
    setChosen((now) => {
      const next = new Set(now);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const selectAll = useCallback((all: readonly string[]) => {
    setChosen((now) => new Set([...now, ...all]));
  }, []);
  const clear = useCallback(() => {
    setChosen(NONE);
  }, []);
  return { ids, select, selectAll, clear };
}
