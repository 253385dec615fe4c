import { useSelector } from "react-redux";
import { Alert } from "@twilio-paste/core/alert";
import { Box } from "@twilio-paste/core/box";
import { useSay } from "../../services";
import { pluginState, type RootState } from "../../state/root";
import { personWords } from "../../words/person";

/** Says that somebody else publishes right now. */
export function OtherPublish() {
  const say = useSay();
  const mark = useSelector((root: RootState) => pluginState(root).lock?.publish ?? null);
  const mine = useSelector((root: RootState) => mark !== null && mark.id in pluginState(root).publishing);
  if (mark === null || mine) return null;
  return (
    <Box marginBottom="space50">
      <Alert variant="warning">
        {`${say("publishing.other")} ${say("publishing.other.by", { name: personWords(mark.by) })}`}
      </Alert>
    </Box>
  );
}
