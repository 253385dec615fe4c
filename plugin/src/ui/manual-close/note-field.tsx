import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { MAX_NOTE_LENGTH } from "@schedule-manager/shared/model/model";
import { useTranslate } from "../../services/services";
import { CheckField } from "../fields/check-field";
import { TextField } from "../fields/text-field";

export interface Note {
  readonly text: string;
  readonly isSpoken: boolean;
}

interface Props {
  readonly note: Note;
  /** Earlier notes to choose from. */
  readonly recent: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (note: Note) => void;
}

/** The note of a manual close, and whether callers hear it. */
export function NoteField({ note, recent, error, onChange }: Props) {
  const t = useTranslate();
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      <TextField
        label={t("close.note")}
        help={t("close.note.help")}
        maxLength={MAX_NOTE_LENGTH}
        value={note.text}
        error={error}
        onChange={(text) => {
          onChange({ ...note, text });
        }}
      />
      {recent.length > 0 && (
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30" rowGap="space20">
          <Text as="span" color="colorTextWeak">
            {t("close.note.recent")}
          </Text>
          {/* A taken one stays, so that the focus does. */}
          {recent.map((text) => (
            <Button
              key={text}
              type="button"
              variant="secondary"
              size="rounded_small"
              onClick={() => {
                onChange({ ...note, text });
              }}
            >
              <Box
                as="span"
                maxWidth="size40"
                overflow="hidden"
                textOverflow="ellipsis"
                whiteSpace="nowrap"
                title={text}
              >
                {text}
              </Box>
            </Button>
          ))}
        </Box>
      )}
      <CheckField
        label={t("close.note.spoken")}
        checked={note.isSpoken}
        onChange={(isSpoken) => {
          onChange({ ...note, isSpoken });
        }}
      />
    </Box>
  );
}
