import { Button } from "@twilio-paste/core/button";
import { Message } from "../../fields/message";
import { useSay } from "../../services";

/** There is nothing at all. */
export function TableEmpty({ kind }: { readonly kind: "schedules" | "rules" }) {
  const say = useSay();
  return <Message title={say(`${kind}.empty.title`)} text={say(`${kind}.empty.text`)} />;
}

interface Props {
  readonly query: string;
  readonly onClear: () => void;
}

/** There is something, but not what was searched and filtered. */
export function TableNothing({ query, onClear }: Props) {
  const say = useSay();
  const text = query.trim() === "" ? say("table.nothing.filter") : say("table.nothing.text", { query });
  return (
    <Message title={say("table.nothing.title")} text={text}>
      <Button variant="secondary" onClick={onClear}>
        {say("table.nothing.clear")}
      </Button>
    </Message>
  );
}
