import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../../services/services";
import { ChoiceField } from "../fields/choice-field";
import { Columns } from "../fields/columns";
import { TextField } from "../fields/text-field";
import { END_OPTIONS, type EndChoice, type EndOption } from "./end-choice";

interface Props {
  readonly choice: EndChoice;
  /** The moment at which an option ends; null: it differs among the schedules, or there is none. */
  readonly whenOf: (option: EndOption) => string | null;
  /** Names the zone of the time. */
  readonly help: string;
  readonly error: string | undefined;
  readonly onChange: (choice: EndChoice) => void;
}

/** When a manual close ends. A typed time chooses its option. */
export function EndField({ choice, whenOf, help, error, onChange }: Props) {
  const t = useTranslate();
  const textOf = (option: EndOption): ReactNode => {
    const when = option === "time" ? null : whenOf(option);
    return (
      <>
        {t(`close.end.${option}`)}
        {when !== null && (
          <Text as="span" color="colorTextWeak">
            {` · ${when}`}
          </Text>
        )}
      </>
    );
  };
  return (
    <Box>
      <ChoiceField
        legend={t("close.end")}
        orientation="vertical"
        value={choice.option}
        options={END_OPTIONS.map((option) => ({ value: option, text: textOf(option) }))}
        onChange={(option) => {
          onChange({ ...choice, option });
        }}
      />
      <Box marginTop="space30" paddingLeft="space70">
        <Columns>
          <TextField
            type="time"
            label={t("schedule.close.time")}
            help={help}
            error={error}
            value={choice.time}
            onChange={(time) => {
              onChange({ ...choice, time, option: "time" });
            }}
          />
          <TextField
            type="date"
            label={t("schedule.close.date")}
            value={choice.date}
            onChange={(date) => {
              onChange({ ...choice, date, option: "time" });
            }}
          />
        </Columns>
      </Box>
    </Box>
  );
}
