import { Box } from "@twilio-paste/core/box";
import { Label } from "@twilio-paste/core/label";
import { useUID } from "@twilio-paste/core/uid-library";
import { formatShortWeekday, formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { weekdaysFrom } from "../../i18n/week-start";
import { useServices } from "../../services/services";
import { useFieldsDisabled } from "./context";
import { FieldHelp } from "./field-help";

interface Props {
  readonly legend: string;
  /** Bit 0 = Monday. */
  readonly weekdays: number;
  readonly onChange: (weekdays: number) => void;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

/** A toggle button per day of the week. */
export function WeekdaysField({ legend, weekdays, onChange, help, error }: Props) {
  const { locale, firstWeekday } = useServices();
  const id = useUID();
  const disabled = useFieldsDisabled();
  return (
    <Box
      as="fieldset"
      margin="space0"
      padding="space0"
      borderStyle="none"
      minWidth="size0"
      aria-describedby={`${id}-help`}
    >
      <Label as="legend" disabled={disabled}>
        {legend}
      </Label>
      <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space20">
        {weekdaysFrom(firstWeekday).map((weekday) => {
          const on = (weekdays & (1 << weekday)) !== 0;
          return (
            <Box
              as="button"
              type="button"
              key={weekday}
              aria-pressed={on}
              aria-label={formatWeekday(locale, weekday)}
              disabled={disabled}
              onClick={() => {
                onChange(weekdays ^ (1 << weekday));
              }}
              flex="1 1 0"
              paddingX="space20"
              paddingY="space30"
              borderRadius="borderRadius20"
              borderStyle="solid"
              borderWidth="borderWidth10"
              cursor={disabled ? "not-allowed" : "pointer"}
              fontFamily="inherit"
              fontSize="fontSize30"
              fontWeight={on ? "fontWeightSemibold" : "fontWeightNormal"}
              borderColor={on ? "colorBorderPrimary" : "colorBorder"}
              backgroundColor={on ? "colorBackgroundPrimaryWeakest" : "colorBackgroundBody"}
              color={disabled ? "colorTextWeaker" : on ? "colorTextPrimary" : "colorText"}
              _hover={{ borderColor: "colorBorderPrimary" }}
              _focusVisible={{ outline: "none", boxShadow: "shadowFocus" }}
            >
              {formatShortWeekday(locale, weekday)}
            </Box>
          );
        })}
      </Box>
      <FieldHelp id={`${id}-help`} help={help} error={error} />
    </Box>
  );
}
