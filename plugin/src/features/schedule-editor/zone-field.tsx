import { useMemo, useState } from "react";
import { formatInstant } from "@schedule-manager/shared/words/format";
import { zoneOf } from "@schedule-manager/shared/zone";
import { Combobox } from "../../fields/combobox";
import type { ComboOption } from "../../fields/combobox-state";
import { useServices } from "../../services";
import { zoneNames } from "./zone-names";

interface Props {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  /** ms since the epoch. */
  readonly now: number;
  /** Zones that other schedules have: they are offered first. */
  readonly inUse: readonly string[];
  readonly error?: string | undefined;
}

const CLOCK = { weekday: "short", hour: "numeric", minute: "2-digit", timeZoneName: "shortOffset" } as const;

const spoken = (zone: string): string => zone.replaceAll("_", " ");

/** What people call a zone: it is found by that too. */
function longName(zone: string, locale: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

let remembered: { readonly locale: string; readonly options: readonly ComboOption[] } | null = null;

function allOptions(locale: string, now: number): readonly ComboOption[] {
  if (remembered?.locale !== locale)
    remembered = {
      locale,
      options: zoneNames().map((zone) => ({
        value: zone,
        text: spoken(zone),
        search: longName(zone, locale, now),
      })),
    };
  return remembered.options;
}

/** One of every time zone there is, with the time that it is there. */
export function ZoneField({ value, onChange, now, inUse, error }: Props) {
  const { say, locale } = useServices();
  const [opened, setOpened] = useState(false);
  const timeIn = (zone: string): string => formatInstant(locale, zone, now, CLOCK);
  const options = useMemo((): readonly ComboOption[] => {
    if (!opened) return [{ value, text: spoken(value) }];
    const all = allOptions(locale, now);
    const first = new Set(inUse);
    return [
      ...all.filter((option) => first.has(option.value)),
      ...all.filter((option) => !first.has(option.value)),
    ];
    // The names do not change with the time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, value, locale, inUse]);
  const known = zoneOf(value) !== null;
  return (
    <Combobox
      label={say("schedule.zone")}
      required
      placeholder={say("schedule.zone.placeholder")}
      value={value}
      options={options}
      error={error}
      help={known ? say("schedule.zone.now", { time: timeIn(value) }) : undefined}
      detailOf={(option) => timeIn(option.value)}
      onOpen={() => {
        setOpened(true);
      }}
      onChange={onChange}
    />
  );
}
