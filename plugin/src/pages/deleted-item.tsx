import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Callout, CalloutText } from "../ui/fields/callout";
import { useTranslate } from "../services/services";

/** In place of an editor: what will be deleted, or is not there. */
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
