import { Button } from "@twilio-paste/core/button";
import { ModalFooter, ModalFooterActions } from "@twilio-paste/core/modal";
import { useTranslate } from "../../services/services";
import type { WhenConnected } from "./use-publish-when-connected";

interface Props {
  /** The label of the publish while there is a connection. */
  readonly label: string;
  readonly disabled: boolean;
  readonly whenConnected: WhenConnected;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** The buttons of the review. Without a connection the publish waits for it, or is tried anyway. */
export function PublishActions({ label, disabled, whenConnected, onPublish, onClose }: Props) {
  const t = useTranslate();
  const { isOffline, isWaiting, wait, stop } = whenConnected;
  return (
    <ModalFooter>
      {isOffline && !isWaiting && (
        <ModalFooterActions justify="start">
          <Button variant="secondary" disabled={disabled} onClick={onPublish}>
            {t("publishing.tryNow")}
          </Button>
        </ModalFooterActions>
      )}
      <ModalFooterActions>
        <Button variant="secondary" onClick={onClose}>
          {t("app.cancel")}
        </Button>
        {/* One button of one variant throughout, which keeps the focus. */}
        <Button
          variant="primary"
          disabled={disabled && !isWaiting}
          onClick={isWaiting ? stop : isOffline ? wait : onPublish}
        >
          {isWaiting ? t("publishing.waiting.stop") : isOffline ? t("publishing.whenConnected") : label}
        </Button>
      </ModalFooterActions>
    </ModalFooter>
  );
}
