import { type ReactElement, useCallback, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { Text } from "@twilio-paste/core/text";
import {
  type CalendarChoice,
  chooseEntries,
  chooseOpens,
  filterGroups,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import type {
  CalendarEntry,
  CalendarGroup,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import { matches, searchKey } from "../../i18n/search-key";
import { TextField } from "../../ui/fields/text-field";
import { ShowSome } from "../../ui/show-some";
import { useServices } from "../../services/services";
import { EventGroup } from "./event-group";

/** Fewer entries are seen at a glance. */
const SEARCHED_FROM = 20;

interface Props {
  readonly groups: readonly CalendarGroup[];
  readonly choice: CalendarChoice;
  readonly onChange: (change: (choice: CalendarChoice) => CalendarChoice) => void;
}

/** Asks which events of a calendar are imported, and what they do. */
export function ChooseEvents({ groups, choice, onChange }: Props): ReactElement {
  const { t, locale } = useServices();
  const [query, setQuery] = useState("");
  const all = useMemo(() => groups.flatMap(({ entries }) => entries), [groups]);
  const count = useMemo(() => all.reduce((sum, { masters }) => sum + masters.length, 0), [all]);
  const chosen = useMemo(
    () => all.reduce((sum, { id, masters }) => sum + (choice.entries.has(id) ? masters.length : 0), 0),
    [all, choice],
  );
  const found = useMemo(
    () =>
      query.trim() === "" ? groups : filterGroups(groups, (name) => matches(searchKey(name), query.trim())),
    [groups, query],
  );
  const choose = useCallback(
    (entries: readonly CalendarEntry[], isOn: boolean) => {
      onChange((now) => chooseEntries(now, entries, isOn));
    },
    [onChange],
  );
  const open = useCallback(
    (group: CalendarGroup, isOpen: boolean) => {
      onChange((now) => chooseOpens(now, [group], isOpen));
    },
    [onChange],
  );
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading40" marginBottom="space0">
        {t("import.events")}
      </Heading>
      <Text as="p" role="status" color="colorTextWeak">
        {t("import.events.chosen", { chosen: formatNumber(locale, chosen), count })}
      </Text>
      {all.length >= SEARCHED_FROM && (
        <Box maxWidth="size40">
          <TextField label={t("import.events.search")} value={query} onChange={setQuery} />
        </Box>
      )}
      {found.length === 0 && <Text as="p">{t("table.nothing.text", { query })}</Text>}
      <ShowSome items={found}>
        {(shown) => (
          <Box
            as="ul"
            aria-label={t("import.events")}
            display="flex"
            flexDirection="column"
            rowGap="space40"
            margin="space0"
            padding="space0"
            listStyleType="none"
          >
            {shown.map((group) => (
              <EventGroup
                key={group.id}
                group={group}
                chosen={choice.entries}
                opens={choice.opens.has(group.id)}
                onChoose={choose}
                onOpens={open}
              />
            ))}
          </Box>
        )}
      </ShowSome>
    </Box>
  );
}
