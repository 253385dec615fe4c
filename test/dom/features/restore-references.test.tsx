import { Provider } from "react-redux";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import type { LiveAny } from "@schedule-manager/plugin/catalogue/live-items";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { useRestore, type Version } from "@schedule-manager/plugin/features/history/use-restore";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { entry } from "../../unit/shared/history/entries";
import { show } from "./render";

const DAY = "2026-09-01T08:00:00.000Z";
const stored = <T extends { readonly id: string }>({ id: _, ...value }: T): Omit<T, "id"> => value;

const off: Rule = { id: "off", name: "Fair", isOpen: false, closedReason: "fair", dates: ["2026-09-08"] };
const relative: Rule = {
  id: "eve",
  name: "Eve",
  isOpen: true,
  dates: [],
  relativeTo: { rules: ["off"], days: -1 },
};
const support: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["eve"],
};
const history = new Map([off, relative].map((rule) => [rule.id, [entry(1, DAY, rule)]]));

function Restore({ version }: { readonly version: Version }) {
  const restore = useRestore();
  return <button onClick={() => void restore(version)}>Restore</button>;
}

interface Live {
  readonly live?: readonly LiveAny[];
  /** The history of deleted rules can't be read. */
  readonly fails?: boolean;
}

/** What is told, and the drafts, after a version was restored into a catalogue of these items. */
async function restored(version: Version, { live = [], fails = false }: Live = {}) {
  const store = flexLikeStore();
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(liveChanged(live.map((item) => ({ type: "changed", item }))));
  let told: ((text: string) => void) | undefined;
  const notified = new Promise<string>((done) => (told = done));
  const asked: ItemRef[] = [];
  const services = {
    ...translateFor("en-US"),
    selectors: storeSelectors(),
    localNow: () => Date.parse(DAY),
    notify: (_: string, text: string) => told?.(text),
    history: {
      entriesSince: (ref: ItemRef) => {
        asked.push(ref);
        if (fails) return Promise.reject(new Error("500"));
        return Promise.resolve([...history].find(([id]) => ref.endsWith(id))?.[1] ?? []);
      },
    },
  } as unknown as Services;
  show(
    <Provider store={store}>
      <ServicesProvider value={services}>
        <Restore version={version} />
      </ServicesProvider>
    </Provider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Restore" }));
  const said = await notified;
  const { drafts, navigation } = pluginState(store.getState());
  return {
    ...{ said, asked, page: navigation.page },
    drafts: Object.values(drafts.items).filter((draft) => draft !== undefined),
  };
}
const draftsAfter = async (version: Version) => (await restored(version)).drafts;

describe("a restored version", () => {
  it("[HV13] a rule's reference comes back, and the deleted rule that it names with it", async () => {
    const drafts = await draftsAfter({ kind: "rule", id: "eve", value: stored(relative), at: DAY });
    expect(drafts).toEqual([
      expect.objectContaining({ id: "off", value: stored(off) }),
      expect.objectContaining({ id: "eve", value: stored(relative) }),
    ]);
  });

  it("[HV13] a schedule brings its deleted rules, and those that they refer to", async () => {
    const drafts = await draftsAfter({ kind: "schedule", id: "support", value: stored(support), at: DAY });
    expect(drafts.map(({ id }) => id).sort()).toEqual(["eve", "off", "support"]);
    expect(drafts.find(({ id }) => id === "eve")?.value).toEqual(stored(relative));
  });

  it("[HV8, HV13] says what was restored with it, asks for each rule once, and opens the item", async () => {
    const rules = ["eve", "off", "eve", "never"];
    const version = {
      kind: "schedule",
      id: "support",
      value: { ...stored(support), rules },
      at: DAY,
    } as const;
    const { said, asked, page, drafts } = await restored(version);
    expect(said).toBe(
      "“Support” was restored as a draft, along with 2 deleted rules. Review and publish them.",
    );
    expect([...asked].sort()).toEqual(["r:eve", "r:never", "r:off"]);
    expect(page).toEqual({ type: "item", kind: "schedule", id: "support" });
    // A rule of which nothing is known is none.
    expect(drafts.map(({ id }) => id).sort()).toEqual(["eve", "off", "support"]);
  });

  it("[HV13] rules that exist are not asked for and stay as they are", async () => {
    const version = { kind: "schedule", id: "support", value: stored(support), at: DAY } as const;
    const { said, asked, drafts } = await restored(version, {
      live: [liveRule({ ...relative, name: "Now" })],
    });
    expect(said).toBe("“Support” was restored as a draft. Review and publish it.");
    expect(asked).toEqual([]);
    expect(drafts.map(({ id }) => id)).toEqual(["support"]);
  });

  it("[HV13] when the deleted rules can't be read, the schedule is restored without them", async () => {
    const version = { kind: "schedule", id: "support", value: stored(support), at: DAY } as const;
    const { said, drafts } = await restored(version, { fails: true });
    expect(said).toBe("“Support” was restored as a draft. Review and publish it.");
    expect(drafts.map(({ id }) => id)).toEqual(["support"]);
  });

  it("[HV12] the present manual close stays, which is said beside the restored rules", async () => {
    const version = { kind: "schedule", id: "support", value: stored(support), at: DAY } as const;
    const { said, drafts } = await restored(version, {
      live: [liveSchedule({ ...support, manualClose: true, manualNote: "Flood", name: "Now" })],
    });
    expect(said).toBe(
      "“Support” was restored as a draft, along with 2 deleted rules. Its manual close is unchanged. Review and publish them.",
    );
    expect(drafts.find(({ id }) => id === "support")?.value).toEqual({
      ...stored(support),
      manualClose: true,
      manualNote: "Flood",
    });
  });
});
