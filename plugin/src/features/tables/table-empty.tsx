import { useDispatch, useSelector } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import { Message } from "../../fields/message";
import { useSay } from "../../services";
import { transferOpened } from "../../state/navigation";
import { selectMayEdit } from "../../state/select-publishing";

/** There is nothing at all; a file can bring what was kept elsewhere until now. */
export function TableEmpty({ kind }: { readonly kind: "schedules" | "rules" }) {
  const say = useSay();
  const dispatch = useDispatch();
  const mayEdit = useSelector(selectMayEdit);
  return (
    <Message title={say(`${kind}.empty.title`)} text={say(`${kind}.empty.text`)}>
      {mayEdit && (
        <Button variant="secondary" onClick={() => dispatch(transferOpened())}>
          {say("table.empty.import")}
        </Button>
      )}
    </Message>
  );
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
