import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { Alert } from "../../ui/fields/alert";
import type { CallCode } from "../../functions/call";
import { useTranslate } from "../../services/services";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { selectOtherPublish } from "../../publishing/selectors";
import { describePublishFailure } from "../../ui/describe-publish-failure";
import { OtherPublish } from "./other-publish";

/**
 * Explains why the drafts were not published and where they are now. After a refusal because of another publish, it
 * also shows when that one has finished.
 * @param code null: nothing was refused; another publish is shown anyway
 */
export function PublishRefusal({ code }: { readonly code: CallCode | null }) {
  const t = useTranslate();
  const other = useSelector(selectOtherPublish);
  const isLive = useSelector((root: RootState) => pluginState(root).connection.type === "connected");
  if (code === null) return <OtherPublish />;
  const waits = code === "publish-in-progress";
  return (
    <>
      {!waits && <OtherPublish />}
      <Box marginBottom="space60">
        {waits && isLive && other === null ? (
          <Alert variant="neutral">{t("publishing.other.done")}</Alert>
        ) : (
          <Alert variant="error">
            <Text as="p">{describePublishFailure(t, code)}</Text>
            <Text as="p">{t("publishing.safe")}</Text>
          </Alert>
        )}
      </Box>
    </>
  );
}
