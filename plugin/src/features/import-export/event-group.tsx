import { memo, type ReactElement } from "react";
import { Box } from "@twilio-paste/core/box";
import { Option, Select } from "@twilio-paste/core/select";
import type {
  CalendarEntry,
  CalendarGroup,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import { CheckField } from "../../ui/fields/check-field";
import { ShowSome } from "../../ui/show-some";
import { useServices } from "../../services/services";
import type { Translate } from "../../i18n/translate";

interface Props {
  readonly group: CalendarGroup;
  /** Ids of entries. */
  readonly chosen: ReadonlySet<string>;
  readonly opens: boolean;
  readonly onChoose: (entries: readonly CalendarEntry[], isOn: boolean) => void;
  readonly onOpens: (group: CalendarGroup, isOpen: boolean) => void;
}

function titleOf({ status, workday, free, categories, kind }: CalendarGroup, t: Translate): string {
  const parts = [
    status === null ? "" : t(`import.group.${status}`),
    workday ? t("import.group.workday") : "",
    free ? t("import.group.free") : "",
    ...categories,
    kind,
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("import.group.other") : parts.join(" · ");
}

/** A group of a calendar's events with a box each, one for all of them, and whether they close or open. */
export const EventGroup = memo(function EventGroup({
  group,
  chosen,
  opens,
  onChoose,
  onOpens,
}: Props): ReactElement {
  const { t, locale } = useServices();
  const { entries } = group;
  const on = entries.filter(({ id }) => chosen.has(id)).length;
  const title = titleOf(group, t);
  const count = entries.reduce((all, { masters }) => all + masters.length, 0);
  const dateOf = ({ day, masters }: CalendarEntry): string => {
    const date = day === null ? "" : formatDay(locale, day);
    const more = masters.length - 1;
    return more === 0 ? date : t("import.event.more", { date, count: more });
  };
  return (
    <Box
      as="li"
      borderWidth="borderWidth10"
      borderStyle="solid"
      borderColor="colorBorderWeaker"
      borderRadius="borderRadius20"
      padding="space50"
    >
      <Box
        display="flex"
        flexWrap="wrap"
        rowGap="space20"
        justifyContent="space-between"
        alignItems="center"
        columnGap="space50"
      >
        <CheckField
          label={t("table.filter", { filter: title, count: formatNumber(locale, count) })}
          checked={on === entries.length}
          indeterminate={on > 0 && on < entries.length}
          onChange={() => {
            onChoose(entries, on < entries.length);
          }}
        />
        <Box flexShrink={0}>
          <Select
            aria-label={title + t("text.colon") + t("import.what")}
            value={opens ? "open" : "closed"}
            onChange={(event) => {
              onOpens(group, event.currentTarget.value === "open");
            }}
          >
            <Option value="closed">{t("import.what.closed")}</Option>
            <Option value="open">{t("import.what.open")}</Option>
          </Select>
        </Box>
      </Box>
      <ShowSome items={entries}>
        {(shown) => (
          <Box
            as="ul"
            aria-label={title}
            display="flex"
            flexWrap="wrap"
            rowGap="space30"
            columnGap="space40"
            marginTop="space40"
            marginBottom="space0"
            padding="space0"
            paddingLeft="space70"
            listStyleType="none"
          >
            {shown.map((entry) => (
              <Box as="li" key={entry.id} flex="0 0 31%" minWidth="size20">
                <CheckField
                  label={entry.name === "" ? dateOf(entry) : entry.name}
                  {...(entry.name === "" ? {} : { help: dateOf(entry) })}
                  checked={chosen.has(entry.id)}
                  onChange={(isOn) => {
                    onChoose([entry], isOn);
                  }}
                />
              </Box>
            ))}
          </Box>
        )}
      </ShowSome>
    </Box>
  );
});
