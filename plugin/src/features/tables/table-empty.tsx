import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { Paragraph } from "@twilio-paste/core/paragraph";
import { useSay } from "../../services";

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Box
      display="flex"
      flexDirection="column"
      alignItems="center"
      textAlign="center"
      padding="space120"
      borderStyle="dashed"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeak"
      borderRadius="borderRadius30"
    >
      <Heading as="h3" variant="heading30">
        {title}
      </Heading>
      <Paragraph marginBottom="space0">{text}</Paragraph>
    </Box>
  );
}

/** There is nothing at all. */
export function TableEmpty({ kind }: { readonly kind: "schedules" | "rules" }) {
  const say = useSay();
  return <Message title={say(`${kind}.empty.title`)} text={say(`${kind}.empty.text`)} />;
}

/** There is something, but not what was searched. */
export function TableNothing({ query }: { readonly query: string }) {
  const say = useSay();
  return <Message title={say("table.nothing.title")} text={say("table.nothing.text", { query })} />;
}
