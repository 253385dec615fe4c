import { Badge } from "@twilio-paste/core/badge";
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
import { CellDetail, CellLines } from "./table-cell";

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
    <CellLines>
      <Badge as="span" variant={variant}>
        {
          // Paste's Badge does not accept an empty child.
          Icon === null
            ? words
            : [<Icon key="icon" decorative size="sizeIcon10" />, <span key="words">{words}</span>]
        }
      </Badge>
      {next !== "" && <CellDetail>{next}</CellDetail>}
    </CellLines>
  );
}
