import { Provider } from "react-redux";
import type { CatalogueHead, PublishLease } from "@schedule-manager/shared/sync/layout";
import { screen } from "@testing-library/react";
import type { CallCode } from "@schedule-manager/plugin/functions/call";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { OtherPublish } from "../../../../plugin/src/features/publish/other-publish";
import { PublishRefusal } from "../../../../plugin/src/features/publish/publish-refusal";
import { headChanged } from "../../../../plugin/src/catalogue/head";
import { publishStarted } from "../../../../plugin/src/publishing/publishing";
import { presenceChanged } from "../../../../plugin/src/locks/presence";
import { describePublishFailure } from "@schedule-manager/plugin/ui/describe-publish-failure";
import { translateFor } from "../../../unit/plugin/i18n/translate-for";
import { flexLikeStore } from "../../../unit/plugin/store";
import { show } from "../render";

const BO = { identity: "bo_40example_2Ecom", name: "bo@example.com" };
const MARK: PublishLease = {
  id: "publish-1",
  by: BO,
  since: "2026-09-04T10:00:00Z",
  phase: "applying",
  generation: 2,
};
const lock = (publish: PublishLease | null): CatalogueHead => ({
  generation: 1,
  shards: 1,
  publish,
  recent: [],
});

function scene() {
  const store = flexLikeStore();
  show(
    <Provider store={store}>
      <OtherPublish />
    </Provider>,
  );
  return store;
}

describe("another person's publish", () => {
  it("[CN3] another publish is shown while it is in progress, in Twilio's words and with the person", () => {
    const store = scene();
    expect(screen.queryByText(/in progress/)).toBeNull();
    store.dispatch(headChanged(lock(MARK)));
    expect(screen.getByText("Another schedule publish is in progress.")).toBeInTheDocument();
    expect(screen.getByText("bo@example.com is publishing.")).toBeInTheDocument();
    const data = { lockId: "b", by: { ...BO, name: "Bo Okafor" }, since: "", beat: 0 };
    const entry = { ref: "s:a", data, updated: 1 } as const;
    store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: 1 }));
    expect(screen.getByText("Bo Okafor is publishing.")).toBeInTheDocument();
    store.dispatch(headChanged(lock(null)));
    expect(screen.queryByText(/in progress/)).toBeNull();
  });

  it("[CN3] this browser's own publish is not shown as another person's", () => {
    const store = scene();
    store.dispatch(publishStarted({ id: MARK.id, refs: [] }));
    store.dispatch(headChanged(lock(MARK)));
    expect(screen.queryByText(/in progress/)).toBeNull();
  });

  const BY = "bo@example.com is publishing.";
  const BUSY = "Another schedule publish is in progress. Try again in a moment.";
  const DONE = "The other publish has finished. You can publish now.";
  const NEWER = /^Someone else published a newer version/;
  const SAFE = /Nothing is lost/;
  it.each<[string, CallCode | null, boolean, boolean, readonly (string | RegExp)[]]>([
    ["before any refusal", null, false, true, []],
    ["before any refusal, during it", null, true, true, [BY]],
    ["after a refusal because of it, during it", "publish-in-progress", true, true, [BUSY, SAFE]],
    ["after a refusal because of it, once it has ended", "publish-in-progress", false, true, [DONE]],
    [
      "after a refusal because of it, without a connection",
      "publish-in-progress",
      false,
      false,
      [BUSY, SAFE],
    ],
    ["after another refusal, during it", "publish-conflict", true, true, [BY, NEWER, SAFE]],
    ["after another refusal, without one", "publish-conflict", false, true, [NEWER, SAFE]],
  ])("[CN3] %s the review says what is so and no more", (_when, code, isPublishing, isLive, said) => {
    const store = flexLikeStore();
    if (isPublishing) store.dispatch(headChanged(lock(MARK)));
    if (isLive) store.dispatch(connectionChanged({ to: { type: "connected" }, at: 0 }));
    show(
      <Provider store={store}>
        <PublishRefusal code={code} />
      </Provider>,
    );
    expect([BY, BUSY, DONE, NEWER, SAFE].filter((text) => screen.queryByText(text) !== null)).toEqual(said);
  });

  it.each(["publish-conflict", "publish-stale-version"] as const)(
    "[CN3] a refusal as %s explains the next step without a reload",
    (code) => {
      expect(describePublishFailure(translateFor("en-US").t, code)).toBe(
        "Someone else published a newer version in the meantime. Your draft is kept: compare the two versions, then publish again.",
      );
    },
  );
});
