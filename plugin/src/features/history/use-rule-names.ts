import { useEffect, useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { useServices } from "../../services/services";
import { selectEditedRulesById } from "../../drafts/selectors";

/** What rules are called; those that are deleted by now, as they were called last. */
export function useRuleNames(ids: readonly string[]): (id: string) => string {
  const { history } = useServices();
  const rules = useSelector(selectEditedRulesById);
  const [old, setOld] = useState<ReadonlyMap<string, string>>(new Map());
  const unknown = useMemo(
    () => ids.filter((id) => !rules.has(id) && !old.has(id)).join("\n"),
    [ids, rules, old],
  );
  useEffect(() => {
    if (unknown === "") return undefined;
    let here = true;
    for (const id of unknown.split("\n")) {
      history.lastName("rule", id).then(
        (name) => {
          // What has no name keeps its id, and is not asked for again.
          if (here) setOld((known) => new Map(known).set(id, name ?? id));
        },
        () => undefined,
      );
    }
    return () => {
      here = false;
    };
  }, [history, unknown]);
  return (id) => rules.get(id)?.name ?? old.get(id) ?? id;
}
