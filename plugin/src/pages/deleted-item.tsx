import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Callout, CalloutText } from "../ui/fields/callout";
import { useTranslate } from "../services/services";

/** Replaces the editor of an item that is deleted, or will be. */
export function DeletedItem({ onKeep }: { readonly onKeep: (() => void) | undefined }) {
  const t = useTranslate();
  return (
    <Callout variant="neutral">
      <CalloutText>{t(onKeep === undefined ? "page.gone" : "page.deleted")}</CalloutText>
      {onKeep !== undefined && (
        <Box marginTop="space40">
          <Button variant="secondary" onClick={onKeep}>
            {t("page.restore")}
          </Button>
        </Box>
      )}
    </Callout>
  );
}
