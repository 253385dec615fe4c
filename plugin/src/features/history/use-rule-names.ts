import { useEffect, useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { useServices, useSelectors } from "../../services/services";

/** The names of rules; of deleted ones the last name. */
export function useRuleNames(ids: readonly string[]): (id: string) => string {
  const { selectEditedRulesById } = useSelectors();
  const { history } = useServices();
  const rules = useSelector(selectEditedRulesById);
  const [old, setOld] = useState<ReadonlyMap<string, string>>(new Map());
  const unknown = useMemo(
    () => ids.filter((id) => !rules.has(id) && !old.has(id)).join("\n"),
    [ids, rules, old],
  );
  useEffect(() => {
    if (unknown === "") return undefined;
    let active = true;
    for (const id of unknown.split("\n")) {
      history.lastName("rule", id).then(
        (name) => {
          // A rule without a known name keeps its id and is not looked up again.
          if (active) setOld((known) => new Map(known).set(id, name ?? id));
        },
        () => undefined,
      );
    }
    return () => {
      active = false;
    };
  }, [history, unknown]);
  return (id) => rules.get(id)?.name ?? old.get(id) ?? id;
}
