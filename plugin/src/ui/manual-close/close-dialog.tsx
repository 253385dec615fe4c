import { useMemo, useState } from "react";
import { useSelector, useStore } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { endOfClose } from "@schedule-manager/shared/editing/manual-close/close-end";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { type ManualClose, manualCloseOf } from "@schedule-manager/shared/evaluator/manual-close";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { correctedNow } from "../../catalogue/clock";
import { pluginState } from "../../catalogue/root";
import { describeTextProblem } from "../../i18n/describe-text-problem";
import { formatNames } from "../../i18n/format-names";
import { sortedNames } from "../../i18n/sorted-names";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useMinute } from "../use-minute";
import { selectIsOffline } from "../../publishing/selectors";
import { Alert } from "../fields/alert";
import { FormDialog } from "../fields/form-dialog";
import { closeEndOf, type EndChoice, type EndOption, firstChoice } from "./end-choice";
import { EndField } from "./end-field";
import { type Note, NoteField } from "./note-field";
import { TIME, zoneForFormat } from "./format-end";

/** Notes to offer. */
const OFFERED = 3;

interface Props {
  /** At least one. */
  readonly schedules: readonly Schedule[];
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** The manual close to change; null: a new one. */
  readonly current?: ManualClose | null;
  /** @param closes by schedule id */
  readonly onClose: (closes: ReadonlyMap<string, ManualClose>) => void;
  readonly onDismiss: () => void;
}

/** Asks until when to close schedules, and for a note. Enter closes. */
export function CloseDialog({ schedules, rulesById, current = null, onClose, onDismiss }: Props) {
  const { t, locale, localNow, recentNotes } = useServices();
  const { selectSchedules } = useSelectors();
  const store = useStore<RootState>();
  const timeZone = schedules[0]?.timeZone ?? "UTC";
  const isOneZone = schedules.every((schedule) => schedule.timeZone === timeZone);
  const nowAt = (): number => correctedNow(pluginState(store.getState()).clock, localNow());
  const shownAt = useMinute();
  const isOffline = useSelector(selectIsOffline);
  const [choice, setChoice] = useState<EndChoice>(() => firstChoice(timeZone, current, shownAt));
  const [note, setNote] = useState<Note>({
    text: current?.note ?? "",
    isSpoken: current?.isNoteSpoken === true,
  });
  const [wasPressed, setPressed] = useState(false);
  const recent = useMemo(() => {
    const live = selectSchedules(store.getState()).flatMap((one) => manualCloseOf(one)?.note ?? []);
    return [...new Set([...recentNotes.list(), ...live])].slice(0, OFFERED);
  }, [selectSchedules, store, recentNotes]);

  const endsAt = (end: EndChoice, now: number) =>
    schedules.map((schedule) => ({
      schedule,
      end: endOfClose(closeEndOf(end), schedule, rulesById, now),
    }));
  const whenOf = (option: EndOption): string | null => {
    const ends = endsAt({ ...choice, option }, shownAt).map(({ end }) => (end.type === "at" ? end.at : NaN));
    const [first = NaN] = ends;
    // NaN differs from itself.
    if (!isOneZone || ends.some((end) => end !== first)) return null;
    return formatInstant(locale, zoneForFormat(timeZone), first, TIME);
  };
  const timeError = (now: number): string | undefined => {
    const ends = endsAt(choice, now);
    if (ends.some(({ end }) => end.type === "missing")) return t("schedule.close.half");
    const passed = ends.filter(({ end }) => end.type === "passed").map(({ schedule }) => schedule.name);
    return passed.length === 0 ? undefined : t("close.end.passed", { names: formatNames(locale, passed, t) });
  };
  const noteError = describeTextProblem(t, textProblem(note.text.trim()));

  const submit = (): void => {
    setPressed(true);
    const now = nowAt();
    if (timeError(now) !== undefined || noteError !== undefined) return;
    const text = note.text.trim();
    if (text !== "") recentNotes.add(text);
    onClose(
      new Map(
        endsAt(choice, now).map(({ schedule, end }) => [
          schedule.id,
          {
            ...(end.type === "at" ? { until: new Date(end.at).toISOString() } : {}),
            ...(text === "" ? {} : { note: text }),
            ...(text !== "" && note.isSpoken ? { isNoteSpoken: true } : {}),
          },
        ]),
      ),
    );
  };
  const names = sortedNames(schedules, locale);
  return (
    <FormDialog
      title={
        names.length === 1
          ? t("schedules.manualClose.of", { name: names[0] ?? "" })
          : t("close.title", { count: names.length })
      }
      confirm={t("close.confirm")}
      isDestructive
      onConfirm={submit}
      onDismiss={onDismiss}
    >
      <Box display="flex" flexDirection="column" rowGap="space40">
        {/* Present before its text, so that screen readers announce the text. */}
        <Box role="status">{isOffline && <Alert variant="warning">{t("close.offline")}</Alert>}</Box>
        {names.length > 1 && <Text as="p">{formatNames(locale, names, t)}</Text>}
        <EndField
          choice={choice}
          whenOf={whenOf}
          help={
            isOneZone ? t("close.end.zone", { zone: timeZone.replaceAll("_", " ") }) : t("close.end.ownZones")
          }
          error={wasPressed ? timeError(shownAt) : undefined}
          onChange={(next) => {
            setPressed(false);
            setChoice(next);
          }}
        />
        <NoteField note={note} recent={recent} error={noteError} onChange={setNote} />
      </Box>
    </FormDialog>
  );
}
