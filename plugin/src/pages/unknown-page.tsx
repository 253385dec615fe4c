import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { tabChosen } from "../navigation/navigation";
import { useTranslate } from "../services/services";
import { Message } from "../ui/fields/message";

interface Props {
  /** What the address should name. */
  readonly of: ItemKind | "page";
}

/** An address at which nothing is, with the way to the list. */
export function UnknownPage({ of }: Props) {
  const t = useTranslate();
  const dispatch = useDispatch();
  return (
    <Message as="h1" title={t(`unknown.${of}`)} text={t("unknown.text")}>
      <Button variant="primary" onClick={() => dispatch(tabChosen(of === "rule" ? "rule" : "schedule"))}>
        {t(of === "rule" ? "unknown.rules" : "unknown.schedules")}
      </Button>
    </Message>
  );
}
