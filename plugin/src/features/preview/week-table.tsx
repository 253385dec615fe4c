import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { css, styled } from "@twilio-paste/core/styling-library";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { describeSegment } from "./describe-segment";

const Table = styled.table(
  css({
    width: "100%",
    borderCollapse: "collapse",
    fontSize: "fontSize20",
    lineHeight: "lineHeight20",
    color: "colorText",
    "& th, & td": {
      paddingY: "space20",
      paddingRight: "space40",
      borderBottomStyle: "solid",
      borderBottomWidth: "borderWidth10",
      borderBottomColor: "colorBorderWeaker",
      textAlign: "left",
      verticalAlign: "top",
    },
    "& th, & td[data-open]": { fontWeight: "fontWeightSemibold" },
    "& tbody th": { whiteSpace: "nowrap" },
  }),
);
const DAY = { weekday: "short", day: "numeric", month: "short" } as const;
const COLUMNS = ["day", "times", "status", "why"] as const;

/** Keeps a time and its "AM" on one line. */
const unbroken = (time: string): string => time.replace(" ", "\u00a0");

interface Props {
  readonly days: readonly PreviewDay[];
  readonly label: string;
  readonly ruleName: (id: string) => string;
}

/** A week as a table with a row for each segment: its day, times, status and cause. */
export function WeekTable({ days, label, ruleName }: Props) {
  const { t, locale } = useServices();
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`preview.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {days.map(({ day, segments }) => (
        <tbody key={day}>
          {segments.length === 0 && (
            <tr>
              <th scope="rowgroup">{formatDay(locale, day, DAY)}</th>
              <td colSpan={COLUMNS.length - 1}>{t("preview.missingDay")}</td>
            </tr>
          )}
          {segments.map((segment, index) => {
            const { times, why } = describeSegment(segment, day, ruleName, t, locale);
            return (
              <tr key={index}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={segments.length}>
                    {formatDay(locale, day, DAY)}
                  </th>
                )}
                <td>{times.map(unbroken).join(" – ")}</td>
                <td data-open={segment.isOpen ? "" : undefined}>{describeStatus(segment, locale)}</td>
                <td>{why}</td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </Table>
  );
}
