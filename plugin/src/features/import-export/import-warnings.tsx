import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import { Callout, CalloutHeading, CalloutList, CalloutListItem } from "../../ui/fields/callout";
import { useServices } from "../../services/services";
import type { ImportWarningLine } from "./describe-import-warning";
import { ShowSome } from "../../ui/show-some";

interface Props {
  readonly title: string;
  readonly variant: "warning" | "neutral";
  readonly lines: readonly ImportWarningLine[];
}

/** All warnings of one sort. */
export function ImportWarnings({ title, variant, lines }: Props) {
  const { t, locale } = useServices();
  if (lines.length === 0) return null;
  const place = ({ name, line }: ImportWarningLine): string =>
    [name, line === null ? "" : t("import.line", { line: formatNumber(locale, line) })]
      .filter((part) => part !== "")
      .join(" · ");
  return (
    <Callout variant={variant}>
      <CalloutHeading as="h3">{title}</CalloutHeading>
      <ShowSome items={lines}>
        {(shown) => (
          <CalloutList as="ul">
            {shown.map((line, index) => (
              <CalloutListItem key={index}>
                <strong>{place(line)}</strong>
                {" – "}
                {line.words}
              </CalloutListItem>
            ))}
          </CalloutList>
        )}
      </ShowSome>
    </Callout>
  );
}
