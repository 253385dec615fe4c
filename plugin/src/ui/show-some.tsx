import { type ReactElement, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../services/services";

const SOME = 30;

interface Props<T> {
  readonly items: readonly T[];
  /** Items shown first, and added per click. */
  readonly some?: number;
  readonly children: (shown: readonly T[]) => ReactElement;
}

/** The start of a long list, with a button that shows more. */
export function ShowSome<T>({ items, some = SOME, children }: Props<T>) {
  const t = useTranslate();
  const [count, setCount] = useState(some);
  const rest = items.length - count;
  return (
    <>
      {children(items.slice(0, count))}
      {rest > 0 && (
        <Box marginTop="space30">
          <Button
            variant="link"
            onClick={() => {
              setCount(count + some);
            }}
          >
            {t("list.more", { count: Math.min(some, rest) })}
          </Button>
        </Box>
      )}
    </>
  );
}
