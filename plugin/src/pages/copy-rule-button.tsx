import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { Rule } from "@schedule-manager/shared/model/model";
import { stored } from "../catalogue/stored";
import { edited } from "../drafts/drafts";
import { opened } from "../navigation/navigation";
import { useServices } from "../services/services";

/** Copies a rule, which no schedule uses then, and opens the copy. */
export function CopyRuleButton({ rule }: { readonly rule: Rule }) {
  const { t, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  return (
    <Button
      variant="secondary"
      onClick={() => {
        const id = newKey("rule");
        const copy = { ...rule, name: t("page.copyOf", { name: rule.name }) };
        dispatch(edited({ kind: "rule", id, base: null, value: stored(copy), at: localNow() }));
        dispatch(opened({ kind: "rule", id }));
      }}
    >
      {t("page.copy")}
    </Button>
  );
}
