import { useState } from "react";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../services/services";

/** Characters of a text that are shown at first. */
const SHORT = 240;

/** The start of a text up to the end of an item of a list, or else of a word. */
function startOf(text: string): string {
  const start = text.slice(0, SHORT);
  const items = start.replace(/[,;、，；][^,;、，；]*$/u, "");
  return items === start ? start.replace(/\s+\S*$/u, "") : items;
}

/** A text whose end is shown on demand when it is long, such as a list of many names. */
export function FoldedText({ text }: { readonly text: string }) {
  const t = useTranslate();
  const [isWhole, setWhole] = useState(text.length <= SHORT * 1.25);
  if (isWhole) return <>{text}</>;
  return (
    <>
      {`${startOf(text)}… `}
      <Button
        variant="link"
        aria-expanded={false}
        onClick={() => {
          setWhole(true);
        }}
      >
        {t("text.whole")}
      </Button>
    </>
  );
}
