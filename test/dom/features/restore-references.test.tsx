import { Provider } from "react-redux";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { useRestore, type Version } from "@schedule-manager/plugin/features/history/use-restore";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
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

/** The drafts after a version was restored into a catalogue that is empty. */
async function draftsAfter(version: Version) {
  const store = flexLikeStore();
  let told: (() => void) | undefined;
  const notified = new Promise<void>((done) => (told = done));
  const services = {
    ...translateFor("en-US"),
    selectors: storeSelectors(),
    localNow: () => Date.parse(DAY),
    notify: () => told?.(),
    history: {
      entriesSince: (ref: ItemRef) =>
        Promise.resolve([...history].find(([id]) => ref.endsWith(id))?.[1] ?? []),
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
  await notified;
  return Object.values(pluginState(store.getState()).drafts.items).filter((draft) => draft !== undefined);
}

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
});
