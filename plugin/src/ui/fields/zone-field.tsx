import { memo, useCallback, useEffect, useMemo, useState } from "react";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";
import { Combobox } from "./combobox";
import { useServices } from "../../services/services";
import type { ComboOption } from "./rank-options";
import { searchZones } from "./search-zones";
import { findZones, knownZones, listedZones } from "./zone-names";
import { countryNames } from "./zone-places";

interface Props {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  /** ms since the epoch. */
  readonly now: number;
  /** Zones of other schedules, listed right after the chosen one. */
  readonly inUse: readonly string[];
  readonly error?: string | undefined;
  /** Shown until a zone is chosen. */
  readonly help?: string;
}

const CLOCK = { weekday: "short", hour: "numeric", minute: "2-digit", timeZoneName: "shortOffset" } as const;

const spoken = (zone: string): string => zone.replaceAll("_", " ");

/** Chooses a time zone; each option shows its current time. */
export const ZoneField = memo(function ZoneField({ value, onChange, now, inUse, error, help }: Props) {
  const { t, locale } = useServices();
  const [zones, setZones] = useState(() => knownZones(locale) ?? listedZones());
  useEffect(
    () => (knownZones(locale) === null ? findZones(locale, now, setZones) : undefined),
    // The names do not depend on `now`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [locale],
  );
  const timeIn = (zone: string): string => formatInstant(locale, zone, now, CLOCK);
  const options = useMemo((): readonly ComboOption[] => {
    const all = zones.map(({ name, longName }) => ({
      value: name,
      text: spoken(name),
      keywords: [...countryNames(name, locale), longName],
    }));
    const rank = ({ value: zone }: ComboOption): number =>
      zone === value ? 0 : inUse.includes(zone) ? 1 : 2;
    return [0, 1, 2].flatMap((wanted) => all.filter((option) => rank(option) === wanted));
  }, [zones, inUse, value, locale]);
  const find = useCallback(
    (all: readonly ComboOption[], query: string) => searchZones(all, query, { locale, now, inUse }),
    [locale, now, inUse],
  );
  const names = zoneOf(value) !== null;
  return (
    <Combobox
      label={t("schedule.zone")}
      required
      placeholder={t("schedule.zone.placeholder")}
      value={value}
      shown={spoken(value)}
      options={options}
      find={find}
      error={error}
      help={names ? t("schedule.zone.now", { time: timeIn(value), version: ZONE_DATA_VERSION }) : help}
      detailOf={(option) => timeIn(option.value)}
      onChange={onChange}
    />
  );
});
