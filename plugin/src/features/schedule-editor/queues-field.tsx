import { memo, useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { type Queue, scheduleOfQueue } from "@schedule-manager/shared/model/queues";
import { useServices } from "../../services/services";
import { Combobox } from "../../ui/fields/combobox";
import { useFieldsDisabled } from "../../ui/fields/context";
import { type ComboOption, rankOptions } from "../../ui/fields/rank-options";
import { EntryList } from "./entry-list";
import { useQueues } from "./use-queues";

/** The schedule's own name, for which an empty list stands, and its queues. */
interface Props {
  readonly name: string;
  readonly queues: readonly string[];
  /** The other schedules, with drafts. */
  readonly others: readonly Schedule[];
  readonly error?: string | undefined;
  readonly onChange: (queues: readonly string[]) => void;
}

const NONE: readonly Queue[] = [];

const isNamed = (queue: Queue, entry: string): boolean =>
  queue.sid === entry || sameName(queue.name) === sameName(entry);

/** A schedule's queues, chosen from the account's, with the schedule that each has now. Any other text can be used. */
export const QueuesField = memo(function QueuesField({ name, queues, others, error, onChange }: Props) {
  const { t, locale } = useServices();
  const disabled = useFieldsDisabled();
  const loaded = useQueues();
  const known = loaded.type === "loaded" ? loaded.queues : NONE;
  const ownerOf = useMemo(() => scheduleOfQueue(others), [others]);
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return known
      .filter((queue) => !queues.some((entry) => isNamed(queue, entry)))
      .map((queue): ComboOption => ({ value: queue.name, text: queue.name, keywords: [queue.sid] }))
      .sort((a, b) => collator.compare(a.text, b.text));
  }, [known, queues, locale]);
  const detailOf = (entry: string): string => {
    const queue = known.find((one) => isNamed(one, entry));
    if (queue === undefined) return "";
    const owner = ownerOf(queue);
    return owner === null ? "" : t("schedule.queues.of", { name: owner.name });
  };
  const entryDetail = (entry: string): string => {
    const queue = known.find((one) => isNamed(one, entry));
    if (queue === undefined) return loaded.type === "loaded" ? t("schedule.queues.unknown") : "";
    return queue.sid === entry ? queue.name : "";
  };
  const weak = (text: string) =>
    text === "" ? null : (
      <Text as="span" color="colorTextWeak" fontSize="fontSize20">
        {text}
      </Text>
    );
  const help = t("schedule.queues.help", { name });
  return (
    <Box>
      <Combobox
        label={t("schedule.queues")}
        help={loaded.type === "failed" ? `${t("schedule.queues.failed")} ${help}` : help}
        error={error}
        placeholder={t("schedule.queues.placeholder")}
        value=""
        clears
        options={options}
        find={(all, typed) => {
          const found = rankOptions(all, typed);
          const isListed = [...found.map(({ value }) => value), ...queues].some(
            (one) => sameName(one) === sameName(typed),
          );
          return isListed ? found : [...found, { value: typed, text: t("schedule.queues.use", { typed }) }];
        }}
        detailOf={({ value }) => detailOf(value)}
        onChange={(entry) => {
          onChange([...new Set([...queues, entry])]);
        }}
      />
      {queues.length > 0 && (
        <Box marginTop="space30" role="group" aria-label={t("schedule.queues")}>
          <EntryList
            items={queues}
            onRemove={
              disabled
                ? null
                : (gone) => {
                    onChange(queues.filter((one) => one !== gone));
                  }
            }
            detailOf={(entry) => weak(entryDetail(entry))}
          />
        </Box>
      )}
    </Box>
  );
});
