import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ModalBody, ModalFooter, ModalFooterActions } from "@twilio-paste/core/modal";
import { ProgressBar } from "@twilio-paste/core/progress-bar";
import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../../services/services";
import type { PartsProgress } from "../../publishing/publish-parts";

interface Props {
  readonly progress: PartsProgress;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** Shows the progress of a publish instead of the review, which would be computed again after each part. */
export function PublishProgress({ progress: { done, count, partsLeft }, isStopping, onStop }: Props) {
  const t = useTranslate();
  const isLong = partsLeft > 0 || done > 0;
  const announced = done === 0 ? t("publishing.busy") : t("publishing.part", { done, count });
  return (
    <>
      <ModalBody>
        <Box display="flex" flexDirection="column" rowGap="space40">
          <Text as="p" role="status" fontWeight="fontWeightSemibold">
            {announced}
          </Text>
          <ProgressBar
            aria-label={t("publishing.busy")}
            value={Math.round((100 * done) / Math.max(1, count))}
          />
          {isLong && (
            <Text as="p" color="colorTextWeak">
              {t("publishing.stop.about")}
            </Text>
          )}
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" disabled={partsLeft === 0 || isStopping} onClick={onStop}>
            {t(isStopping ? "publishing.stopping" : "publishing.stop")}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </>
  );
}
