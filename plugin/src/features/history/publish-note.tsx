import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../../services/services";

/** The note that a person gave a publish. */
export function PublishNote({ note }: { readonly note: string }) {
  const t = useTranslate();
  return (
    <Text as="p" overflowWrap="anywhere">
      {t("history.note", { note })}
    </Text>
  );
}
