import { useEffect, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Input } from "@twilio-paste/core/input";
import { SearchIcon } from "@twilio-paste/icons/esm/SearchIcon";

/** ms without a key before the table updates. */
const REST = 120;

interface Props {
  readonly label: string;
  /** The query that the table shows. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
}

/** The field updates on each key; the table updates when typing pauses. */
export function TableSearch({ label, query, onSearch }: Props) {
  /** The input that is not searched yet; null: none. */
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(() => {
      onSearch(text);
      setText(null);
    }, REST);
    return () => {
      clearTimeout(timer);
    };
    // `onSearch` changes on every render; only the text matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  // Leaving the page during the pause still applies the typed query.
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    waiting.current =
      text === null
        ? null
        : () => {
            onSearch(text);
          };
  });
  useEffect(
    () => () => {
      waiting.current?.();
    },
    [],
  );
  return (
    <Box flex="1 1 14rem" maxWidth="size40">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text ?? query}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        insertBefore={<SearchIcon decorative color="colorTextIcon" />}
      />
    </Box>
  );
}
