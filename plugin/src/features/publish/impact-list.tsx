import { useMemo, useState } from "react";
import { useStore } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import { type FlipGroup, groupFlips } from "@schedule-manager/shared/editing/impact/group-flips";
import { formatInstant, formatRange } from "@schedule-manager/shared/i18n/format-date";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { useServices } from "../../services/services";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { useImpact } from "./use-impact";

/** The number of days that the impact covers. */
const AHEAD = 30;
/** The number of different changes listed per schedule; the rest is counted. */
const NAMED = 4;
/** The number of schedules listed. */
const SCHEDULES = 20;

const MOMENT: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
};

function Impact({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  return (
    <Box>
      <Text as="p" fontWeight="fontWeightSemibold">
        {name}
      </Text>
      <UnorderedList marginBottom="space0">
        {lines.map((line) => (
          <ListItem key={line}>{line}</ListItem>
        ))}
      </UnorderedList>
    </Box>
  );
}

interface Props {
  /** The live catalogue. */
  readonly before: Configuration;
  /** The catalogue after the publish. */
  readonly after: Configuration;
}

/** Lists the schedules whose answers change and when, and the deleted schedules. */
export function ImpactList({ before, after }: Props) {
  const { t, locale } = useServices();
  const store = useStore<RootState>();
  // The time at opening: restarting on each tick, the computation would never finish.
  const [now] = useState(() => pluginState(store.getState()).clock.now);
  const until = now + AHEAD * DAY_MS;
  const { impact, left } = useImpact(before, after, now, until);
  const deleted = useMemo(() => {
    const remainingIds = new Set(after.schedules.map(({ id }) => id));
    return before.schedules.filter(({ id }) => !remainingIds.has(id));
  }, [before, after]);
  if (impact.length === 0 && deleted.length === 0 && left === 0) {
    return (
      <Text as="p" color="colorTextWeak">
        {t("publishing.impact.none")}
      </Text>
    );
  }
  const unnamed = Math.max(0, impact.length - SCHEDULES) + Math.max(0, deleted.length - SCHEDULES);
  const describe = ({ before: was, after: is, flips }: FlipGroup, timeZone: string): string => {
    const [{ from, to }] = flips;
    const isLasting = flips.length === 1 && to >= until;
    const key = isLasting
      ? "publishing.impact.on"
      : flips.length === 1
        ? "publishing.impact.flip"
        : "publishing.impact.group";
    return t(key, {
      count: flips.length,
      when: isLasting
        ? formatInstant(locale, timeZone, from, MOMENT)
        : formatRange(locale, timeZone, from, to, MOMENT),
      before: describeStatus(was, locale),
      after: describeStatus(is, locale),
    });
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      {impact.length > 0 && (
        <Text as="p" color="colorTextWeak">
          {t("publishing.impact.clock")}
        </Text>
      )}
      {deleted.slice(0, SCHEDULES).map(({ id, name }) => (
        <Impact key={id} name={name} lines={[t("publishing.impact.deleted")]} />
      ))}
      {impact.slice(0, SCHEDULES).map(({ schedule, flips }) => {
        const zone = before.schedules.find(({ id }) => id === schedule.id)?.timeZone ?? schedule.timeZone;
        const groups = groupFlips(flips);
        const rest = groups.slice(NAMED).reduce((sum, group) => sum + group.flips.length, 0);
        return (
          <Impact
            key={schedule.id}
            name={schedule.name}
            lines={[
              ...groups.slice(0, NAMED).map((group) => describe(group, zone)),
              ...(rest > 0 ? [t("publishing.impact.more", { count: rest })] : []),
            ]}
          />
        );
      })}
      {left > 0 && (
        <Text as="p" color="colorTextWeak">
          {t("publishing.impact.looking", { count: left })}
        </Text>
      )}
      {unnamed > 0 && <Text as="p">{t("publishing.impact.schedules", { count: unnamed })}</Text>}
    </Box>
  );
}
