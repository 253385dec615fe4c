import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { publishFailed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import {
  selectIsViewer,
  selectMayEdit,
  selectMayToggle,
  selectMayViewHistory,
  selectOtherPublish,
} from "@schedule-manager/plugin/publishing/selectors";
import type { Right } from "@schedule-manager/shared/api/api";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { flexLikeStore, storeSelectors } from "../store";
import { LEASE } from "../items";

describe("what a person may do", () => {
  it.each<[Right | null, Record<string, boolean>]>([
    [null, { edits: false, toggles: false, reads: false, views: false }],
    ["read", { edits: false, toggles: false, reads: false, views: true }],
    ["view", { edits: false, toggles: false, reads: true, views: true }],
    ["toggle", { edits: false, toggles: true, reads: true, views: false }],
    ["edit", { edits: true, toggles: true, reads: true, views: false }],
  ])("[PL104] with the right %j it is %j", (right, expected) => {
    const store = flexLikeStore();
    const token = { token: "t", serviceSid: "IS0", ttl: 1, shards: 1, identity: "ada", now: 0 };
    if (right !== null) store.dispatch(sessionOpened({ ...token, right }));
    const root = store.getState();
    expect({
      edits: selectMayEdit(root),
      toggles: selectMayToggle(root),
      reads: selectMayViewHistory(root),
      views: selectIsViewer(root),
    }).toEqual(expected);
  });
});

describe("publishes in progress", () => {
  it("[CN3] the publish of another person is known, this page's own is not one", () => {
    const store = flexLikeStore();
    const head = (publish: PublishLease | null) =>
      store.dispatch(headChanged({ generation: 1, shards: 1, publish, recent: [] }));
    expect(selectOtherPublish(store.getState())).toBeNull();
    head(LEASE);
    expect(selectOtherPublish(store.getState())).toEqual(LEASE);
    store.dispatch(publishStarted({ id: LEASE.id, refs: ["s:a"] }));
    expect(selectOtherPublish(store.getState())).toBeNull();
    head({ ...LEASE, id: "publish-2" });
    expect(selectOtherPublish(store.getState())?.id).toBe("publish-2");
    head(null);
    expect(selectOtherPublish(store.getState())).toBeNull();
  });

  it("[PL71] the items of a publish count as sent until its answer", () => {
    const store = flexLikeStore();
    const { selectSending } = storeSelectors();
    const sending = () => [...selectSending(store.getState())];
    store.dispatch(publishStarted({ id: "publish-1", refs: ["s:a", "r:b"] }));
    store.dispatch(publishStarted({ id: "publish-2", refs: ["s:c"] }));
    expect(sending()).toEqual(["s:a", "r:b", "s:c"]);
    const failure = { code: "unreachable", message: "", items: [] } as const;
    store.dispatch(publishFailed({ id: "publish-1", ...failure }));
    expect(sending()).toEqual(["s:c"]);
    store.dispatch(publishFailed({ id: "unknown", ...failure }));
    expect(sending()).toEqual(["s:c"]);
  });
});
