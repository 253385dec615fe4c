import { Box } from "@twilio-paste/core/box";
import { Checkbox, CheckboxGroup } from "@twilio-paste/core/checkbox";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import type { DatedHoliday } from "./dated-holidays";
import { HalfDayField } from "./half-day-field";
import type { HalfDays } from "./half-days";

interface Props {
  readonly holidays: readonly DatedHoliday[];
  /** Ids. */
  readonly unticked: ReadonlySet<string>;
  readonly halfDays: HalfDays;
  readonly onTick: (unticked: ReadonlySet<string>) => void;
  readonly onHalfDays: (halfDays: HalfDays) => void;
}

const NEXT: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
};

/** A checkbox for each holiday, with its next date and the half day before it, and one for all. */
export function HolidayList({ holidays, unticked, halfDays, onTick, onHalfDays }: Props) {
  const { t, locale } = useServices();
  const id = useUID();
  const all = holidays.every(({ holiday }) => !unticked.has(holiday.id));
  const none = holidays.every(({ holiday }) => unticked.has(holiday.id));
  return (
    <CheckboxGroup name={id} legend={t("holidays.legend")}>
      <Checkbox
        id={`${id}-all`}
        isSelectAll
        checked={all}
        indeterminate={!all && !none}
        onChange={() => {
          onTick(new Set(all ? holidays.map(({ holiday }) => holiday.id) : []));
        }}
      >
        {t("holidays.all", { count: holidays.length })}
      </Checkbox>
      <>
        {holidays.map(({ holiday, day }) => (
          <Box
            key={holiday.id}
            display="flex"
            flexWrap="wrap"
            justifyContent="space-between"
            alignItems="center"
            columnGap="space50"
            minHeight="sizeSquare90"
          >
            <Checkbox
              id={`${id}-${holiday.id}`}
              checked={!unticked.has(holiday.id)}
              onChange={(event) => {
                const next = new Set(unticked);
                if (event.currentTarget.checked) next.delete(holiday.id);
                else next.add(holiday.id);
                onTick(next);
              }}
            >
              {holiday.name}
              <Text as="span" color="colorTextWeak" fontWeight="fontWeightNormal" marginLeft="space30">
                {formatDay(locale, day, NEXT)}
              </Text>
            </Checkbox>
            {!unticked.has(holiday.id) && (
              <HalfDayField
                name={holiday.name}
                until={halfDays.get(holiday.id)}
                onChange={(until) => {
                  const next = new Map(halfDays);
                  if (until === undefined) next.delete(holiday.id);
                  else next.set(holiday.id, until);
                  onHalfDays(next);
                }}
              />
            )}
          </Box>
        ))}
      </>
    </CheckboxGroup>
  );
}
