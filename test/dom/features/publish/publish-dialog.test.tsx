import { Provider } from "react-redux";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import type { CallCode } from "@schedule-manager/plugin/functions/call";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { PartsOptions, PartsOutcome } from "@schedule-manager/plugin/publishing/publish-parts";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PublishDialog } from "../../../../plugin/src/features/publish/publish-dialog";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../../unit/plugin/items";
import { flexLikeStore } from "../../../unit/plugin/store";
import { axeProblems, services, show } from "../render";
import { loadItems } from "../../../unit/plugin/load-items";

/** @param refusal of each publish, after its progress was shown; null: none */
function scene(refusal: CallCode | null = null) {
  const store = flexLikeStore();
  loadItems(store, [liveSchedule(EXAMPLE)], [liveRule(WEEKDAYS)]);
  const edit = (kind: Draft["kind"], id: string, value: Draft["value"], base: Draft["base"] = null) =>
    store.dispatch(edited({ kind, id, base, value, at: 0 }));
  edit("rule", "new:1", { name: "", isOpen: true });
  edit("rule", "new:2", { name: "Night", isOpen: true });
  edit(
    "schedule",
    EXAMPLE.id,
    { ...stored(EXAMPLE), name: "Help" },
    { revision: liveSchedule(EXAMPLE).revision, value: stored(EXAMPLE) },
  );
  const sent: { readonly drafts: readonly Draft[]; readonly options: PartsOptions }[] = [];
  const words: Services = {
    ...services("en-US"),
    localNow: () => 0,
    notify: () => undefined,
    publishDrafts: (drafts, options) => {
      sent.push({ drafts, options });
      if (refusal !== null) return refused(refusal, drafts.length, options);
      return Promise.resolve({ done: drafts.length, count: drafts.length, failure: null });
    },
  };
  const onClose = jest.fn();
  show(
    <Provider store={store}>
      <ServicesProvider value={words}>
        <PublishDialog onClose={onClose} />
      </ServicesProvider>
    </Provider>,
  );
  const dialog = within(screen.getByRole("dialog"));
  const disconnect = (): void => {
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: 0 }));
    });
  };
  const reconnect = (): void => {
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "connected" }, at: 1 }));
    });
  };
  const catchUp = (): void => {
    act(() => {
      const maps = ["schedules-0", "rules-0"];
      store.dispatch(liveChanged(maps.map((map) => ({ type: "caughtUp", map }))));
    });
  };
  return { store, dialog, sent, onClose, user: userEvent.setup(), disconnect, reconnect, catchUp };
}

/** Lets the refusal arrive. */
let answer: () => void = () => undefined;
async function refused(code: CallCode, count: number, { onProgress }: PartsOptions): Promise<PartsOutcome> {
  onProgress?.({ done: 0, count, partsLeft: 0 });
  await new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { done: 0, count, failure: { id: "p", code } };
}

const press = (dialog: ReturnType<typeof scene>["dialog"], name: RegExp | string): HTMLElement =>
  dialog.getByRole("button", { name });

describe("the review before a publish", () => {
  it("[RV1, RV2, RV4] publishes the chosen drafts with a note; an invalid one is named and holds up only itself", async () => {
    const { dialog, sent, user, store } = scene();
    expect(await axeProblems(screen.getByRole("dialog"))).toEqual([]);
    expect(dialog.getByText("1 change can’t be published yet")).toBeVisible();
    expect(dialog.getByText("Held back")).toBeVisible();
    const [held] = dialog.getAllByRole("listitem");
    expect(held).toHaveTextContent("New rule: Give the rule a name.");
    await user.click(dialog.getByRole("checkbox", { name: "Publish Night" }));
    await user.type(dialog.getByLabelText("Note"), "  Renamed for the merger ");
    await user.click(press(dialog, "Publish 1 of 3"));
    expect(sent.map(({ drafts, options }) => [drafts.map(({ id }) => id), options.note])).toEqual([
      [[EXAMPLE.id], "Renamed for the merger"],
    ]);
    expect(Object.keys(pluginState(store.getState()).drafts.items)).toHaveLength(3);
  });

  it.each<CallCode>(["unreachable", "publish-in-progress"])(
    "[VW3] keeps the focus while it publishes and after the refusal %s, and Escape closes it, also the second time",
    async (code) => {
      const { dialog, user, onClose } = scene(code);
      const inside = (): void => {
        expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
      };
      for (let time = 1; time <= 2; time += 1) {
        await user.click(await dialog.findByRole("button", { name: "Publish 2 of 3" }));
        await dialog.findByRole("progressbar");
        await waitFor(inside);
        // Nothing is closed meanwhile.
        await user.keyboard("{Escape}");
        expect(onClose).toHaveBeenCalledTimes(time - 1);
        answer();
        await dialog.findByText(/^(Your changes are still here as drafts|The other publish has finished)/);
        await waitFor(inside);
        await user.keyboard("{Escape}");
        expect(onClose).toHaveBeenCalledTimes(time);
      }
    },
  );

  it("[RV2] the link of an invalid draft opens its page", async () => {
    const { dialog, user, store, onClose } = scene();
    await user.click(press(dialog, "New rule"));
    expect(pluginState(store.getState()).navigation.page).toEqual({
      type: "item",
      kind: "rule",
      id: "new:1",
    });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it.each([
    [true, [EXAMPLE.name]],
    [false, undefined],
  ])(
    "[RV3] a rename keeps the old name as a former name while that is ticked: %s",
    async (isKept, aliases) => {
      const { dialog, user, sent } = scene();
      const keep = dialog.getByRole("checkbox", { name: `Keep “${EXAMPLE.name}” as a former name` });
      expect(keep).toBeChecked();
      if (!isKept) await user.click(keep);
      await user.click(press(dialog, "Publish 2 of 3"));
      const schedule = sent[0]?.drafts.find(({ kind }) => kind === "schedule");
      expect((schedule?.value as StoredSchedule).aliases).toEqual(aliases);
    },
  );

  it("[RV5, RV6] says beforehand that a publish reaches nobody, and publishes by itself once everything missed has arrived", async () => {
    const { dialog, sent, user, disconnect, reconnect, catchUp } = scene();
    disconnect();
    await waitFor(() => {
      expect(dialog.getByText(/^There is no connection to Twilio/)).toBeVisible();
    });
    expect(dialog.queryByRole("button", { name: /^Publish \d/ })).toBeNull();
    await user.type(dialog.getByLabelText("Note"), "Later");
    await user.click(press(dialog, "Publish when connected"));
    expect(dialog.getByText(/^Waiting for the connection/)).toBeVisible();
    expect(await axeProblems(screen.getByRole("dialog"))).toEqual([]);
    reconnect();
    expect(sent).toEqual([]);
    catchUp();
    await waitFor(() => {
      expect(sent.map(({ drafts, options }) => [drafts.length, options.note])).toEqual([[2, "Later"]]);
    });
  });

  it("[RV6] what somebody changed meanwhile is asked about, and nothing is published", async () => {
    const { store, dialog, sent, user, disconnect, reconnect, catchUp } = scene();
    disconnect();
    await user.click(press(dialog, "Publish when connected"));
    reconnect();
    act(() => {
      const item = liveRule({ ...WEEKDAYS, endTime: "15:00" }, "9");
      store.dispatch(liveChanged([{ type: "changed", item }]));
    });
    catchUp();
    expect(dialog.getByText(/^The connection is back, but something has changed/)).toBeVisible();
    expect(sent).toEqual([]);
    // A wait that begins afterwards forgets it.
    disconnect();
    await user.click(press(dialog, "Publish when connected"));
    await user.click(press(dialog, "Stop waiting"));
    reconnect();
    expect(dialog.queryByText(/^The connection is back/)).toBeNull();
    await user.click(press(dialog, "Publish 2 of 3"));
    expect(sent).toHaveLength(1);
  });

  it("[RV5] a connection that failed for good reaches nobody either, and nothing can be sent while nothing is chosen", async () => {
    const { store, dialog, user } = scene();
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "failed", reason: "denied" }, at: 0 }));
    });
    expect(dialog.getByText(/^There is no connection to Twilio/)).toBeVisible();
    await user.click(dialog.getByRole("checkbox", { name: "All changes" }));
    expect(press(dialog, "Try now")).toBeDisabled();
    expect(press(dialog, "Publish when connected")).toBeDisabled();
  });

  it("[RV6] a person who stops waiting publishes nothing, and one who tries does not wait", async () => {
    const { dialog, sent, user, disconnect, reconnect, catchUp } = scene();
    disconnect();
    await user.click(press(dialog, "Publish when connected"));
    await user.click(press(dialog, "Stop waiting"));
    expect(press(dialog, "Publish when connected")).toHaveFocus();
    reconnect();
    catchUp();
    expect(press(dialog, "Publish 2 of 3")).toBeEnabled();
    expect(sent).toEqual([]);
    disconnect();
    await user.click(press(dialog, "Try now"));
    expect(sent).toHaveLength(1);
  });

  it("[RV1] one box leaves all drafts out, and takes them in again", async () => {
    const { dialog, user } = scene();
    await user.click(dialog.getByRole("checkbox", { name: "All changes" }));
    expect(press(dialog, "Publish")).toBeDisabled();
    await user.click(dialog.getByRole("checkbox", { name: "All changes" }));
    expect(press(dialog, "Publish 2 of 3")).toBeEnabled();
  });
});
