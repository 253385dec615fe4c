import { useEffect, useLayoutEffect, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Input } from "@twilio-paste/core/input";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import type { TimeRange } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { timeOf } from "@schedule-manager/shared/editing/weekly-hours/weekly-rule";
import { DAY_MINUTES, parseTime } from "@schedule-manager/shared/time/civil";
import { useFieldsDisabled } from "./context";
import { useTranslate } from "../../services/services";
import { useStableCallback } from "../use-stable-callback";

interface Props {
  /** Accessible names of the inputs and the button. */
  readonly labels: { readonly from: string; readonly to: string; readonly remove: string };
  readonly range: TimeRange;
  readonly autoFocus: boolean;
  readonly onChange: (range: TimeRange) => void;
  /** null: the opening has to stay. */
  readonly onRemove: (() => void) | null;
}

interface Typed {
  readonly from: string;
  readonly to: string;
}

const typedOf = ({ start, end }: TimeRange): Typed => ({
  from: timeOf(start),
  to: timeOf(end % DAY_MINUTES),
});

/** An end at or before the start is on the next day. */
function rangeOf({ from, to }: Typed): TimeRange | null {
  const start = parseTime(from);
  const end = parseTime(to);
  if (start === null || end === null) return null;
  return { start, end: end > start ? end : end + DAY_MINUTES };
}

/** One opening of a day. A change takes effect when the focus leaves the field, because typing passes other times. */
export function TimeRangeFields({ labels, range, autoFocus, onChange, onRemove }: Props) {
  const t = useTranslate();
  const disabled = useFieldsDisabled();
  const [typed, setTyped] = useState(() => typedOf(range));
  useEffect(() => {
    setTyped(typedOf({ start: range.start, end: range.end }));
  }, [range.start, range.end]);
  const now = rangeOf(typed);
  const commit = (): void => {
    if (now === null) setTyped(typedOf(range));
    else if (now.start !== range.start || now.end !== range.end) onChange(now);
  };
  // A page that is left, by Back or a reload, takes the focus from no field.
  const flush = useStableCallback(() => {
    if (!disabled && now !== null) commit();
  });
  useLayoutEffect(() => {
    window.addEventListener("pagehide", flush, true);
    return () => {
      window.removeEventListener("pagehide", flush, true);
      flush();
    };
  }, [flush]);
  const input = (field: keyof Typed) => (
    <Box width="size15" minWidth="7.5rem">
      <Input
        type="time"
        aria-label={labels[field]}
        value={typed[field]}
        disabled={disabled}
        hasError={typed[field] === ""}
        autoFocus={autoFocus && field === "from"}
        onBlur={commit}
        onChange={(event) => {
          setTyped({ ...typed, [field]: event.currentTarget.value });
        }}
      />
    </Box>
  );
  const isNextDay = now !== null && now.end > DAY_MINUTES;
  return (
    <Box display="flex" alignItems="center" columnGap="space30" rowGap="space20" flexWrap="wrap">
      {input("from")}
      <Text as="span" aria-hidden>
        –
      </Text>
      {input("to")}
      {!disabled && onRemove !== null && (
        <Button variant="secondary_icon" size="icon_small" aria-label={labels.remove} onClick={onRemove}>
          <CloseIcon decorative />
        </Button>
      )}
      {isNextDay && (
        <Text as="span" color="colorTextWeak" fontSize="fontSize20">
          {t("week.nextDay")}
        </Text>
      )}
    </Box>
  );
}
