import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { Alert } from "../../ui/fields/alert";
import { useServices, useSelectors } from "../../services/services";
import { publishClosed } from "../../publishing/publishing";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { describePublishFailure } from "../../ui/describe-publish-failure";

/** Failed publishes, each with its items and reason, until the person closes them. */
export function PublishFailures() {
  const { selectNames } = useSelectors();
  const { t, locale } = useServices();
  const dispatch = useDispatch();
  const names = useSelector(selectNames);
  const publishing = useSelector((root: RootState) => pluginState(root).publishing);
  return (
    <>
      {Object.entries(publishing).map(([id, { refs, state }]) =>
        state.type === "failed" ? (
          <Box key={id} marginBottom="space50">
            <Alert
              variant="error"
              onDismiss={() => {
                dispatch(publishClosed(id));
              }}
            >
              <Text as="span">
                {t("publish.failed.of", {
                  names: formatList(
                    locale,
                    refs.map((ref) => names.get(ref) ?? ref.slice(2)),
                  ),
                  why: describePublishFailure(t, state.code),
                })}
              </Text>
            </Alert>
          </Box>
        ) : null,
      )}
    </>
  );
}
