import { memo } from "react";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { useServices } from "../../services/services";
import { Cell, CellDetail, CellLines, CellText } from "./table-cell";

interface Props {
  readonly timeZone: string;
  /** ms since the epoch */
  readonly now: number;
}

const formatOffset = (locale: string, timeZone: string, now: number): string =>
  formatInstant(locale, timeZone, now, { timeZoneName: "shortOffset", year: "numeric" })
    .split(/[\s,]+/u)
    .find((part) => part.startsWith("GMT") || part.startsWith("UTC")) ?? "";

/** A schedule's time zone and its current offset from UTC. */
export const ZoneCell = memo(function ZoneCell({ timeZone, now }: Props) {
  const { t, locale } = useServices();
  const zone = zoneOf(timeZone) !== null;
  return (
    <Cell label={t("schedules.timeZone")}>
      <CellLines>
        <CellText>{timeZone.replaceAll("_", " ")}</CellText>
        {zone && <CellDetail>{formatOffset(locale, timeZone, now)}</CellDetail>}
      </CellLines>
    </Cell>
  );
});
