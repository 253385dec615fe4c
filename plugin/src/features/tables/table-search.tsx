import { useEffect, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Input } from "@twilio-paste/core/input";
import { SearchIcon } from "@twilio-paste/icons/esm/SearchIcon";

/** ms of rest after a key before the table follows. */
const REST = 120;

interface Props {
  readonly label: string;
  /** What is searched. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
}

/** The field answers each key at once; the table follows when typing rests. */
export function TableSearch({ label, query, onSearch }: Props) {
  /** What is typed and not searched yet; null: nothing. */
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
    // Only what was typed counts: `onSearch` is another one at each draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  // Who goes on to something else at once has searched for what is typed all the same.
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
    <Box width="size40" maxWidth="100%">
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
