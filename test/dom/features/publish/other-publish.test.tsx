import { Provider } from "react-redux";
import type { CatalogueHead, PublishLease } from "@schedule-manager/shared/sync/layout";
import { screen } from "@testing-library/react";
import { OtherPublish } from "../../../../plugin/src/features/publish/other-publish";
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

  it.each(["publish-conflict", "publish-stale-version"] as const)(
    "[CN3] a refusal as %s explains the next step without a reload",
    (code) => {
      expect(describePublishFailure(translateFor("en-US").t, code)).toBe(
        "Someone else published a newer version in the meantime. Your draft is kept: compare the two versions, then publish again.",
      );
    },
  );
});
