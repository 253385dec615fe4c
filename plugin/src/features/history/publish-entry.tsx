import { useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import { type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../../services/services";
import { usePerson } from "../../ui/use-person";
import { formatDateTime } from "../../i18n/format-date-time";
import { selectMayEdit } from "../../publishing/selectors";
import { useRevert } from "./use-revert";
import { PublishNote } from "./publish-note";
import { ItemChange } from "./item-change";

/** The number of changes shown first; each costs a request. */
const FEW = 3;
/** The number of further changes per click. */
const SOME = 20;

interface ListProps {
  readonly refs: readonly ItemRef[];
  readonly generation: number;
}

function Changes({ refs, generation }: ListProps) {
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      {refs.map((ref) => {
        const item = parseItemRef(ref);
        return item === null ? null : <ItemChange key={ref} {...item} generation={generation} />;
      })}
    </Box>
  );
}

/** One publish: its author, time and changes; a long list of changes on demand. */
export function PublishEntry({ entry }: { readonly entry: JournalEntry }) {
  const { t, locale } = useServices();
  const person = usePerson();
  const { items, by, at, note, skipped, generation } = entry;
  const [shown, setShown] = useState(items.length <= FEW ? FEW : 0);
  const rest = items.length - shown;
  const mayEdit = useSelector(selectMayEdit);
  const revert = useRevert();
  const [isReverting, setReverting] = useState(false);
  return (
    <Box
      as="li"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      paddingY="space50"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box display="flex" flexWrap="wrap" alignItems="baseline" columnGap="space40">
        <Text as="span" fontWeight="fontWeightSemibold">
          {person(by)}
        </Text>
        <Text as="span" color="colorTextWeak">
          {formatDateTime(locale, at)}
        </Text>
        {items.length > FEW && (
          <Text as="span" color="colorTextWeak">
            {t("history.changes", { count: items.length })}
          </Text>
        )}
        {mayEdit && (
          <Box marginLeft="auto">
            <Button
              variant="secondary"
              size="small"
              loading={isReverting}
              aria-label={t("history.revert.of", { name: person(by), when: formatDateTime(locale, at) })}
              onClick={() => {
                setReverting(true);
                void revert(entry).finally(() => {
                  setReverting(false);
                });
              }}
            >
              {t("history.revert")}
            </Button>
          </Box>
        )}
      </Box>
      {note !== undefined && <PublishNote note={note} />}
      {shown > 0 && <Changes refs={items.slice(0, shown)} generation={generation} />}
      {skipped.length > 0 && (
        <Text as="p" color="colorTextWarningStrong">
          {t("history.skipped", { count: skipped.length })}
        </Text>
      )}
      {items.length > FEW && (
        <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space50">
          {rest > 0 && (
            <Button
              variant="link"
              aria-expanded={shown > 0}
              onClick={() => {
                setShown(shown + SOME);
              }}
            >
              {shown === 0
                ? t("history.showChanges", { count: items.length })
                : t("history.moreChanges", { count: Math.min(SOME, rest) })}
            </Button>
          )}
          {shown > 0 && (
            <Button
              variant="link"
              aria-expanded
              onClick={() => {
                setShown(0);
              }}
            >
              {t("history.hideChanges")}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}
