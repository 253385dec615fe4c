import type { Store } from "redux";
import type { Host } from "./host";
import type { Services } from "./services";
import { keepDraftsCurrent } from "./state/draft-effect";
import { storeDrafts } from "./state/draft-storage";
import type { RootState } from "./state/root";

/** Drafts of one account and one person, in this browser. */
const prefix = ({ accountSid, identity }: Host): string =>
  `schedule-manager:draft:${accountSid}:${identity}:`;

/** Starts what only those who may edit need: drafts from before a reload, kept on top of what is live. */
export function startEditing(host: Host, store: Store<RootState>, { say, notify }: Services): void {
  try {
    storeDrafts(store, localStorage, prefix(host));
  } catch {
    // The browser forbids storage: drafts live until the reload.
  }
  keepDraftsCurrent(store, ({ value, base }) => {
    notify("success", say("draft.merged", { name: value?.name ?? base?.value.name ?? "" }));
  });
}
