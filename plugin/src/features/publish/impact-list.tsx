import { useMemo } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import { DAY_MS } from "@schedule-manager/shared/civil";
import { impactOf, type StatusFlip } from "@schedule-manager/shared/impact/impact";
import { formatInstant } from "@schedule-manager/shared/words/format";
import { bareStatusInWords } from "@schedule-manager/shared/words/status";
import { useServices } from "../../services";
import { pluginState, type RootState } from "../../state/root";
import { selectEditedConfiguration, selectLiveConfiguration } from "../../state/select-drafts";

/** Days that are looked ahead. */
const AHEAD = 30;
/** So many times of a schedule are named; the rest is counted. */
const NAMED = 3;
/** So many schedules are named. */
const SCHEDULES = 20;

const MOMENT: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
};

/** Which schedules will answer differently, and when. */
export function ImpactList() {
  const { say, locale } = useServices();
  const before = useSelector(selectLiveConfiguration);
  const after = useSelector(selectEditedConfiguration);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const impact = useMemo(() => impactOf(before, after, now, now + AHEAD * DAY_MS), [before, after, now]);
  if (impact.length === 0) {
    return (
      <Text as="p" color="colorTextWeak">
        {say("publishing.impact.none")}
      </Text>
    );
  }
  const flip = ({ from, to, before: was, after: is }: StatusFlip, timeZone: string): string =>
    say("publishing.impact.flip", {
      from: formatInstant(locale, timeZone, from, MOMENT),
      to: formatInstant(locale, timeZone, to, MOMENT),
      before: was === null ? "" : bareStatusInWords(was, locale),
      after: is === null ? "" : bareStatusInWords(is, locale),
    });
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      {impact.slice(0, SCHEDULES).map(({ schedule, flips }) => {
        const zone = before.schedules.find(({ id }) => id === schedule.id)?.timeZone ?? schedule.timeZone;
        const rest = flips.length - NAMED;
        return (
          <Box key={schedule.id}>
            <Text as="p" fontWeight="fontWeightSemibold">
              {schedule.name}
            </Text>
            <UnorderedList marginBottom="space0">
              {flips.slice(0, NAMED).map((each) => (
                <ListItem key={each.from}>{flip(each, zone)}</ListItem>
              ))}
              {rest > 0 ? <ListItem>{say("publishing.impact.more", { count: rest })}</ListItem> : <></>}
            </UnorderedList>
          </Box>
        );
      })}
      {impact.length > SCHEDULES && (
        <Text as="p">{say("publishing.impact.schedules", { count: impact.length - SCHEDULES })}</Text>
      )}
    </Box>
  );
}
