import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import type {
  SpecialDayFormProblems,
  TypedSpan,
} from "@schedule-manager/shared/editing/special-days/special-day-form";
import { TextField } from "../../ui/fields/text-field";
import { useTranslate } from "../../services/services";

interface Props {
  readonly spans: readonly TypedSpan[];
  readonly problems: SpecialDayFormProblems["spans"];
  readonly onChange: (spans: readonly TypedSpan[]) => void;
}

/** Dates, and ranges of dates, one below the other. */
export function DateSpansField({ spans, problems, onChange }: Props) {
  const t = useTranslate();
  const change = (index: number, part: Partial<TypedSpan>): void => {
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      {spans.map(({ from, to }, index) => {
        const problem = problems[index] ?? null;
        return (
          <Box key={index} display="flex" columnGap="space40" rowGap="space30" flexWrap="wrap">
            <Box flex="0 1 11rem">
              <TextField
                type="date"
                label={t("special.date")}
                required
                autoFocus
                value={from}
                error={problem === "date-missing" ? t("rule.problem.date-missing") : undefined}
                onChange={(typed) => {
                  change(index, { from: typed });
                }}
              />
            </Box>
            <Box flex="0 1 11rem">
              <TextField
                type="date"
                label={t("special.lastDate")}
                value={to}
                error={problem === "end-before-start" ? t("rule.problem.end-before-start") : undefined}
                onChange={(typed) => {
                  change(index, { to: typed });
                }}
              />
            </Box>
            {spans.length > 1 && (
              <Box paddingTop="space70">
                <Button
                  variant="secondary_icon"
                  size="icon_small"
                  onClick={() => {
                    onChange(spans.filter((_, at) => at !== index));
                  }}
                >
                  <CloseIcon decorative={false} title={t("special.date.remove", { number: index + 1 })} />
                </Button>
              </Box>
            )}
          </Box>
        );
      })}
      <Box>
        <Button
          variant="link"
          onClick={() => {
            onChange([...spans, { from: "", to: "" }]);
          }}
        >
          {t("special.date.add")}
        </Button>
      </Box>
    </Box>
  );
}
