import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { DetailText } from "@twilio-paste/core/detail-text";
import { ProcessErrorIcon } from "@twilio-paste/icons/esm/ProcessErrorIcon";
import { ProcessSuccessIcon } from "@twilio-paste/icons/esm/ProcessSuccessIcon";
import { ProcessWarningIcon } from "@twilio-paste/icons/esm/ProcessWarningIcon";
import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import {
  type Decision,
  REASON_ERROR,
  REASON_MANUAL,
  type StoredSchedule,
} from "@schedule-manager/shared/model/model";
import { describeStatus, describeNextChange } from "@schedule-manager/shared/i18n/describe-status";
import { useServices } from "../../services/services";
import type { ScheduleStatus } from "../../catalogue/status";

interface Props {
  readonly status: ScheduleStatus;
  readonly schedule: StoredSchedule;
  /** ms since the epoch */
  readonly now: number;
}

function looks({ isOpen, closedReason }: Decision) {
  if (isOpen) return { variant: "success", Icon: ProcessSuccessIcon } as const;
  if (closedReason === REASON_MANUAL) return { variant: "warning", Icon: ProcessWarningIcon } as const;
  if (closedReason === REASON_ERROR) return { variant: "error", Icon: ProcessErrorIcon } as const;
  return { variant: "neutral", Icon: null } as const;
}

/** A schedule's current status, its reason, and its next change. */
export function StatusCell({ status: { decision, openChange }, schedule, now }: Props) {
  const { locale } = useServices();
  const { variant, Icon } = looks(decision);
  const words = describeStatus(decision, locale);
  const close = decidingClose(schedule, decision);
  const next = describeNextChange(decision, openChange, schedule.timeZone, now, locale, close);
  return (
    <Box display="flex" flexDirection="column" alignItems="flex-start" rowGap="space20">
      <Badge as="span" variant={variant}>
        {
          // Paste's Badge does not accept an empty child.
          Icon === null
            ? words
            : [<Icon key="icon" decorative size="sizeIcon10" />, <span key="words">{words}</span>]
        }
      </Badge>
      {next !== "" && <DetailText marginTop="space0">{next}</DetailText>}
    </Box>
  );
}
