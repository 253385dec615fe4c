import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { Input } from "@twilio-paste/core/input";
import { Label } from "@twilio-paste/core/label";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { parseDate } from "@schedule-manager/shared/civil";
import { formatDay } from "@schedule-manager/shared/words/format";
import { useServices } from "../services";
import { useFieldsDisabled } from "./context";

interface Props {
  readonly label: string;
  /** `YYYY-MM-DD` each. */
  readonly dates: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** So many are shown before the rest is asked for. */
const SHOWN = 12;

/** A list of days: each can be taken away, another added. */
export function DatesField({ label, dates, onChange, help, error, required = false }: Props) {
  const { say, locale } = useServices();
  const id = useUID();
  const disabled = useFieldsDisabled();
  const [typed, setTyped] = useState("");
  const [all, setAll] = useState(false);
  const inWords = (date: string): string => {
    const day = parseDate(date);
    return day === null
      ? date
      : formatDay(locale, day, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  };
  const add = (): void => {
    if (parseDate(typed) === null) return;
    onChange([...new Set([...dates, typed])].sort());
    setTyped("");
  };
  const below = error ?? help;
  const shown = all ? dates : dates.slice(0, SHOWN);
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Label
        htmlFor={id}
        id={`${id}-label`}
        required={required}
        i18nRequiredLabel={say("field.required")}
        disabled={disabled}
      >
        {label}
      </Label>
      {dates.length > 0 && (
        <Box
          as="ul"
          display="flex"
          flexWrap="wrap"
          columnGap="space30"
          rowGap="space30"
          margin="space0"
          padding="space0"
          marginBottom="space30"
          listStyleType="none"
        >
          {shown.map((date) => (
            <Box
              as="li"
              key={date}
              display="flex"
              alignItems="center"
              columnGap="space20"
              paddingLeft="space30"
              paddingRight="space20"
              paddingY="space10"
              borderRadius="borderRadiusPill"
              backgroundColor="colorBackground"
            >
              <Text as="span" fontSize="fontSize20" whiteSpace="nowrap">
                {inWords(date)}
              </Text>
              {!disabled && (
                <Button
                  variant="reset"
                  size="reset"
                  onClick={() => {
                    onChange(dates.filter((other) => other !== date));
                  }}
                >
                  <CloseIcon
                    decorative={false}
                    size="sizeIcon10"
                    title={say("dates.remove", { date: inWords(date) })}
                  />
                </Button>
              )}
            </Box>
          ))}
          {dates.length > shown.length && (
            <Box as="li">
              <Button
                variant="link"
                onClick={() => {
                  setAll(true);
                }}
              >
                {say("dates.more", { count: dates.length - shown.length })}
              </Button>
            </Box>
          )}
        </Box>
      )}
      {!disabled && (
        <Box display="flex" columnGap="space30">
          <Input
            id={id}
            type="date"
            value={typed}
            hasError={error !== undefined}
            aria-describedby={below === undefined ? undefined : `${id}-help`}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <Button variant="secondary" disabled={parseDate(typed) === null} onClick={add}>
            {say("dates.add")}
          </Button>
        </Box>
      )}
      {below !== undefined && (
        <HelpText id={`${id}-help`} variant={error === undefined ? "default" : "error"}>
          {below}
        </HelpText>
      )}
    </Box>
  );
}
