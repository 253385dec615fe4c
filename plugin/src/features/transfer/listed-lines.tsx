import { Callout, CalloutHeading, CalloutList, CalloutListItem } from "../../fields/callout";
import { useServices } from "../../services";
import { ShowSome } from "./show-some";
import type { ListedLine } from "./listed-words";

interface Props {
  readonly title: string;
  readonly variant: "warning" | "neutral";
  readonly lines: readonly ListedLine[];
}

/** Everything of one sort that an import lists, all of it to be seen. */
export function ListedLines({ title, variant, lines }: Props) {
  const { say, locale } = useServices();
  if (lines.length === 0) return null;
  const place = ({ name, line }: ListedLine): string =>
    [name, line === null ? "" : say("import.line", { line: line.toLocaleString(locale) })]
      .filter((part) => part !== "")
      .join(", ");
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
