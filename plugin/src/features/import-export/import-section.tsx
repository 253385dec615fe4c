import { type ReactElement, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { FilePicker, FilePickerButton } from "@twilio-paste/core/file-picker";
import { HelpText } from "@twilio-paste/core/help-text";
import { Label } from "@twilio-paste/core/label";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { Alert } from "../../ui/fields/alert";
import { Section } from "../../ui/fields/section";
import { useServices } from "../../services/services";
import { ImportCalendar } from "./import-calendar";
import { ImportConfiguration } from "./import-configuration";
import { type ReadFile, readFile } from "./read-file";

interface Props {
  readonly schedules: readonly Schedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly onDone: () => void;
}

function Chosen({ file, schedules, now, onDone }: Props & { readonly file: ReadFile }): ReactElement {
  const { t } = useServices();
  if (file.type === "unreadable") return <Alert variant="error">{t(file.why)}</Alert>;
  if (file.type === "calendar")
    return <ImportCalendar bytes={file.bytes} schedules={schedules} now={now} onDone={onDone} />;
  return <ImportConfiguration json={file.json} schedules={schedules} now={now} onDone={onDone} />;
}

/** Reads the chosen file, previews it, and turns it into drafts. */
export function ImportSection({ schedules, now, onDone }: Props) {
  const { t } = useServices();
  const id = useUID();
  const [file, setFile] = useState<ReadFile | "reading" | null>(null);
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setFile("reading");
    setFile(await readFile(chosen));
  };
  return (
    <Section title={t("import.title")}>
      <Box maxWidth="size50">
        <Label htmlFor={id}>{t("import.file")}</Label>
        <FilePicker
          id={id}
          accept=".json,.ics,.ical,.ifb,.vcs,application/json,text/calendar"
          i18nNoSelectionText={t("import.none")}
          aria-describedby={`${id}-help`}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        >
          <FilePickerButton variant="secondary">{t("import.choose")}</FilePickerButton>
        </FilePicker>
        <HelpText id={`${id}-help`}>{t("import.about")}</HelpText>
      </Box>
      {file === "reading" && <Text as="p">{t("import.reading")}</Text>}
      {file !== null && file !== "reading" && (
        <Chosen key={file.name} file={file} schedules={schedules} now={now} onDone={onDone} />
      )}
    </Section>
  );
}
