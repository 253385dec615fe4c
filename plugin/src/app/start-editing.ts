import type { Store } from "redux";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import type { Host } from "../services/host";
import type { AgentServices, EditingServices } from "../services/services";
import { storePeople } from "../locks/people-storage";
import { watchActivity } from "../locks/activity";
import { keepDraftsCurrent } from "../publishing/keep-drafts-current";
import { otherTabs, storeDrafts } from "../drafts/draft-storage";
import { storeTableChoices } from "../navigation/table-storage";
import { leaveDeletedPages } from "../navigation/leave-deleted";
import { pageId } from "../locks/page-id";
import type { Taken } from "../locks/presence";
import { runPresence } from "../locks/presence-effect";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import type { Selectors } from "../store/selectors";
import type { Translate } from "../i18n/translate";
import { personName } from "@schedule-manager/shared/sync/person-name";

/** The storage prefix of the drafts of one account and one person. */
const prefix = ({ accountSid, identity }: Host): string =>
  `schedule-manager:draft:${accountSid}:${identity}:`;

const onLeave = (what: () => void): void => {
  window.addEventListener("pagehide", what);
};

interface EditingDeps {
  readonly host: Host;
  readonly store: Store<RootState>;
  readonly selectors: Selectors;
  readonly t: Translate;
  readonly agent: Pick<AgentServices, "notify" | "addTask" | "localNow" | "debug" | "functions">;
}

/** Starts the storage of drafts and of choices, and edit locks. Drafts from before a reload continue on top of the live catalogue. */
export function startEditing({ host, store, selectors, t, agent }: EditingDeps): EditingServices {
  const { notify, addTask, localNow, functions } = agent;
  try {
    storeDrafts(store, localStorage, prefix(host), otherTabs, onLeave);
    storePeople(store, localStorage, `schedule-manager:people:${host.accountSid}`);
    storeTableChoices(store, localStorage, `schedule-manager:tables:${host.accountSid}:${host.identity}`);
  } catch {
    // The browser forbids storage: drafts and choices last until the reload.
  }
  keepDraftsCurrent(store, (merged) => {
    const names = merged.map(({ value, base }) => value?.name ?? base?.value.name ?? "");
    const [name = ""] = names;
    const count = names.length;
    notify("success", count === 1 ? t("draft.merged", { name }) : t("draft.mergedMany", { count }));
  });

  leaveDeletedPages(store);

  const lockId = pageId(window.sessionStorage, () => crypto.randomUUID(), onLeave);
  const { identity } = host;
  const tellTaken = (ref: ItemRef, { by }: Taken): void => {
    const { drafts, navigation } = pluginState(store.getState());
    const { page } = navigation;
    const isOpen = host.isShown() && page.type === "item" && itemRef(page.kind, page.id) === ref;
    // The open page has a banner.
    if (isOpen || by.identity === identity) return;
    const draftIsKept = drafts.items[ref] !== undefined;
    const item = selectors.selectNames(store.getState()).get(ref) ?? "";
    notify("warning", t(draftIsKept ? "lock.told.draft" : "lock.told", { name: personName(by), item }));
  };
  const presence = runPresence({
    store,
    selectors,
    owner: () => {
      const name = host.fullName();
      return { lockId, by: name === null ? { identity } : { identity, name } };
    },
    monotonic: () => performance.now(),
    localNow,
    onTaken: tellTaken,
    releaseLocks: (request) => void functions.releaseLocks(request),
    trace: agent.debug.trace("locks"),
  });
  addTask(presence.task);
  onLeave(() => {
    presence.leave();
  });
  const activity = watchActivity((active) => {
    presence.setActive(active);
  });
  return {
    takeOver: (ref) => presence.takeOver(ref),
    noteActivity: () => {
      activity.note();
    },
  };
}
