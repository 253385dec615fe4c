import { useEffect, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { filteredJournal } from "../../history/filter-journal";
import { usePages } from "../../history/use-pages";
import { searchKey } from "../../i18n/search-key";
import { Message } from "../../ui/fields/message";
import { useServices } from "../../services/services";
import { usePerson } from "../../ui/use-person";
import { useStableCallback } from "../../ui/use-stable-callback";
import { type FilterForm, HistoryFilters, NO_FILTER } from "./history-filters";
import { PagesState } from "./pages-state";
import { PublishEntry } from "./publish-entry";
import { useHistoryVersion } from "./use-history-version";

const generationOf = ({ generation }: JournalEntry): number => generation;
/** ms without a key before the list is read again. */
const REST = 300;

/** ms since the epoch of a day's start in the reader's time zone; null: no valid day. */
function startOfDay(date: string, days = 0): number | null {
  const start = new Date(`${date}T00:00`);
  start.setDate(start.getDate() + days);
  return Number.isNaN(start.getTime()) ? null : start.getTime();
}

function PublishList({ filter }: { readonly filter: FilterForm }) {
  const { t, history } = useServices();
  const person = usePerson();
  const isEverything = sameValue(filter, NO_FILTER);
  const version = useHistoryVersion();
  const personKey = useStableCallback(({ by }: JournalEntry) =>
    searchKey(`${person(by)} ${by.name ?? ""} ${by.identity}`),
  );
  const load = useMemo(() => {
    const { person: words, item, from, to } = filter;
    const named = parseItemRef(item);
    const ref = named === null ? null : itemRef(named.kind, named.id);
    return isEverything
      ? history.journal
      : filteredJournal(
          history.journal,
          { person: words, item: ref, from: startOfDay(from), to: startOfDay(to, 1) },
          personKey,
        );
  }, [filter, isEverything, history, personKey]);
  const pages = usePages(load, generationOf, version);
  const empty = isEverything ? (
    <Message title={t("history.empty.title")} text={t("history.empty.text")} />
  ) : (
    <Message
      title={t("history.filter.none.title")}
      text={t(pages.more ? "history.filter.more" : "history.filter.none.text")}
    />
  );
  return (
    <PagesState pages={pages} connected={version !== null} empty={empty}>
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label={t("app.tab.history")}>
        {pages.items.map((entry) => (
          <PublishEntry key={entry.publish} entry={entry} />
        ))}
      </Box>
    </PagesState>
  );
}

/** Every publish, or those that match the filters, newest first, updated live. */
export function Publishes() {
  const [form, setForm] = useState(NO_FILTER);
  const [filter, setFilter] = useState(NO_FILTER);
  useEffect(() => {
    const timer = setTimeout(() => {
      setFilter(form);
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [form]);
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      <HistoryFilters value={form} onChange={setForm} />
      {/* Another filter starts the list over. */}
      <PublishList key={JSON.stringify(filter)} filter={filter} />
    </Box>
  );
}
