import { useCallback } from "react";
import { Box } from "@twilio-paste/core/box";
import type { Step } from "@schedule-manager/shared/history/steps";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { Callout, CalloutText } from "../../ui/fields/callout";
import { Message } from "../../ui/fields/message";
import { usePages } from "../../history/use-pages";
import { useServices } from "../../services/services";
import { ItemStep } from "./item-step";
import { asClosedNow } from "./manual-close";
import { PagesState } from "./pages-state";
import { useHistoryVersion } from "./use-history-version";

const generationOf = ({ entry }: Step): number => entry.generation;

/** Whether restoring a version would change nothing; restoring keeps the current manual close. */
const isAlready = (version: StoredItem | null, now: StoredItem | null): boolean =>
  sameValue(version === null ? null : asClosedNow(version, now), now);

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  /** The live item; null: none. */
  readonly live: StoredItem | null;
  /** The draft's value, null when it deletes the item; undefined: no draft. */
  readonly draft: StoredItem | null | undefined;
  readonly mayRestore: boolean;
  /** A publish is in progress, so the live item may be ahead of the history. */
  readonly publishing: boolean;
}

/** All versions of one item, newest first, each with a button that restores it as a draft. */
export function ItemHistory({ kind, id, live, draft, mayRestore, publishing }: Props) {
  const { t, history } = useServices();
  const version = useHistoryVersion();
  const load = useCallback(
    (before: number | null) => history.steps(itemRef(kind, id), before),
    [history, kind, id],
  );
  const pages = usePages(load, generationOf, version);
  const newest = pages.items[0];
  const isSettled = !publishing && pages.state === "ready" && pages.version === version;
  const outside = newest !== undefined && isSettled && !sameValue(newest.entry.value, live);
  return (
    <PagesState
      pages={pages}
      connected={version !== null}
      empty={<Message title={t("history.empty.title")} text={t("history.empty.text")} />}
    >
      {outside && (
        <Callout variant="warning">
          <CalloutText>{t("history.outside")}</CalloutText>
        </Callout>
      )}
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label={t("app.tab.history")}>
        {pages.items.map((step) => (
          <ItemStep
            key={step.entry.generation}
            step={step}
            kind={kind}
            isLive={step === newest && !outside && live !== null}
            isDraft={draft !== undefined && sameValue(step.entry.value, draft)}
            mayRestore={mayRestore && !isAlready(step.entry.value, draft === undefined ? live : draft)}
          />
        ))}
      </Box>
    </PagesState>
  );
}
