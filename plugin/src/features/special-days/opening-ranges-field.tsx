import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { nextRange, type TimeRange } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { TimeRangeFields } from "../../ui/fields/time-range-fields";
import { useTranslate } from "../../services/services";

interface Props {
  /** At least one. */
  readonly ranges: readonly TimeRange[];
  readonly onChange: (ranges: readonly TimeRange[]) => void;
}

/** The openings of special hours, one below the other. */
export function OpeningRangesField({ ranges, onChange }: Props) {
  const t = useTranslate();
  const next = nextRange(ranges);
  return (
    <Box display="flex" flexDirection="column" rowGap="space30">
      {ranges.map((range, index) => {
        const number = index + 1;
        return (
          <TimeRangeFields
            key={index}
            labels={{
              from: t("special.opening.from", { number }),
              to: t("special.opening.to", { number }),
              remove: t("special.opening.remove", { number }),
            }}
            range={range}
            autoFocus={index > 0}
            onChange={(changed) => {
              onChange(ranges.map((one, at) => (at === index ? changed : one)));
            }}
            onRemove={
              ranges.length === 1
                ? null
                : () => {
                    onChange(ranges.filter((_, at) => at !== index));
                  }
            }
          />
        );
      })}
      <Box>
        <Button
          variant="link"
          disabled={next === null}
          onClick={() => {
            if (next !== null) onChange([...ranges, next]);
          }}
        >
          {t("week.add")}
        </Button>
      </Box>
    </Box>
  );
}
