import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { Text } from "@twilio-paste/core/text";
import { endAtMidnight } from "@schedule-manager/shared/import-export/configuration/end-at-midnight";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { useServices, useSelectors } from "../../services/services";
import { importPlan, withStarts } from "./import-plan";
import { ImportWarnings } from "./import-warnings";
import type { ImportWarningLine } from "./describe-import-warning";
import { type Midnight, MidnightQuestion } from "./midnight-question";
import { PlannedChange } from "./planned-change";
import { ShowSome } from "../../ui/show-some";
import { StartDates } from "./start-dates";
import { useTakeImport } from "./use-take-import";

interface Props {
  readonly imported: Configuration;
  readonly lines: readonly ImportWarningLine[];
  readonly onDone: () => void;
  /** The import is about to change, so that it can't be taken. */
  readonly isBusy?: boolean;
}

interface PreviewProps extends Props {
  readonly onTake: (changes: readonly PublishChange[]) => void;
}

function Preview({ imported: file, lines, onDone, onTake, isBusy = false }: PreviewProps) {
  const { selectEditedConfiguration, selectEditedRulesById } = useSelectors();
  const { t } = useServices();
  const now = useSelector(selectEditedConfiguration);
  const known = useSelector(selectEditedRulesById);
  const [starts, setStarts] = useState<ReadonlyMap<string, string>>(new Map());
  const [midnight, setMidnight] = useState<Midnight>("unknown");
  const late = useMemo(() => lines.filter(({ endOf }) => endOf !== undefined), [lines]);
  const imported = useMemo(
    () =>
      midnight === "midnight" ? endAtMidnight(file, new Set(late.map(({ endOf = "" }) => endOf))) : file,
    [file, late, midnight],
  );
  const { changes, same } = useMemo(
    () => importPlan(now, withStarts(imported, starts)),
    [now, imported, starts],
  );
  const open = lines.filter(
    ({ isImported, startOf, endOf }) =>
      !isImported && endOf === undefined && (starts.get(startOf ?? "") ?? "") === "",
  );
  const names = useMemo(() => new Map(imported.rules.map(({ id, name }) => [id, name])), [imported]);
  const ruleName = (id: string): string => names.get(id) ?? known.get(id)?.name ?? id;
  const added = changes.filter(({ base }) => base === null).length;

  const counts = [
    t("import.added", { count: added }),
    t("import.changed", { count: changes.length - added }),
    t("import.same", { count: same }),
  ];
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      <ImportWarnings title={t("import.questions", { count: open.length })} variant="warning" lines={open} />
      {late.length > 0 && (
        <MidnightQuestion names={late.map(({ name }) => name)} value={midnight} onChange={setMidnight} />
      )}
      <StartDates
        lines={lines}
        starts={starts}
        onChange={(rule, date) => {
          setStarts(new Map([...starts, [rule, date]]));
        }}
      />
      <ImportWarnings
        title={t("import.notes", { count: lines.filter(({ isImported }) => isImported).length })}
        variant="neutral"
        lines={lines.filter(({ isImported }) => isImported)}
      />
      <Box display="flex" flexDirection="column" rowGap="space30">
        <Heading as="h3" variant="heading40" marginBottom="space0">
          {t("import.summary")}
        </Heading>
        <Text as="p" role="status">
          {changes.length === 0 ? t("import.nothing") : counts.join(" · ")}
        </Text>
        <ShowSome items={changes}>
          {(shown) => (
            <Box as="ul" margin="space0" padding="space0" listStyleType="none">
              {shown.map((change) => (
                <PlannedChange key={`${change.kind}:${change.id}`} change={change} ruleName={ruleName} />
              ))}
            </Box>
          )}
        </ShowSome>
      </Box>
      <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space40">
        <Button
          variant="primary"
          disabled={changes.length === 0 || isBusy}
          onClick={() => {
            onTake(changes);
          }}
        >
          {t("import.take", { count: changes.length })}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {t("import.cancel")}
        </Button>
      </Box>
    </Box>
  );
}

/** Shows the changes and warnings of a file before they become drafts. */
export function ImportPreview(props: Props) {
  const { t } = useServices();
  const { isTaken, take } = useTakeImport(props.onDone);
  return isTaken ? (
    <Text as="p" role="status">
      {t("import.taking")}
    </Text>
  ) : (
    <Preview {...props} onTake={take} />
  );
}
