import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { Input } from "@twilio-paste/core/input";
import { Label } from "@twilio-paste/core/label";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { useFieldsDisabled } from "../../fields/context";
import { useSay } from "../../services";

interface Props {
  readonly label: string;
  readonly help: string;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** A list of texts: each can be taken away, another added. */
export function ListField({ label, help, items, onChange, error }: Props) {
  const say = useSay();
  const id = useUID();
  const disabled = useFieldsDisabled();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const add = (): void => {
    if (text === "") return;
    onChange([...new Set([...items, text])]);
    setTyped("");
  };
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Label htmlFor={id} id={`${id}-label`} disabled={disabled}>
        {label}
      </Label>
      {items.length > 0 && (
        <Box as="ul" margin="space0" padding="space0" marginBottom="space30" listStyleType="none">
          {items.map((item) => (
            <Box
              as="li"
              key={item}
              display="flex"
              alignItems="center"
              justifyContent="space-between"
              paddingY="space10"
            >
              <Text as="span" overflowWrap="anywhere">
                {item}
              </Text>
              {!disabled && (
                <Button
                  variant="secondary_icon"
                  size="icon_small"
                  onClick={() => {
                    onChange(items.filter((other) => other !== item));
                  }}
                >
                  <CloseIcon decorative={false} title={say("list.remove", { item })} />
                </Button>
              )}
            </Box>
          ))}
        </Box>
      )}
      {!disabled && (
        <Box display="flex" columnGap="space30">
          <Input
            id={id}
            type="text"
            maxLength={320}
            value={typed}
            hasError={error !== undefined}
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <Button variant="secondary" disabled={text === ""} onClick={add}>
            {say("list.add")}
          </Button>
        </Box>
      )}
      <HelpText id={`${id}-help`} variant={error === undefined ? "default" : "error"}>
        {error ?? help}
      </HelpText>
    </Box>
  );
}
