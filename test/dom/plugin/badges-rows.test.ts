import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { loadItems } from "../../unit/plugin/load-items";
import { installedBadges } from "./badge-helper";

/** Monday, in the opening hours of Example. */
const NOON = Date.parse("2026-03-02T18:00:00Z");
const TEXT = "WorkerDirectoryQueueItemText";
const ADDED = "{{{scheduleBadge queue}}}";
const QUEUE = { sid: "WQ0", name: "Example" };

/** The plugin on a page whose transfer dialog has not been opened. */
function install(strings: Record<string, unknown> = {}) {
  jest.useFakeTimers({ now: NOON });
  const store = flexLikeStore();
  loadItems(store, [liveSchedule(EXAMPLE)], [liveRule(WEEKDAYS)]);
  store.dispatch(ticked(NOON));
  const connect = jest.fn();
  const { helper, names } = installedBadges({ store, strings, connect });
  const drawn: string[] = [];
  const row = document.createElement("div");
  row.className = "Twilio-WorkerDirectory-Queue";
  /** Flex renders a row of its dialog. */
  const draw = (): void => {
    document.body.append(row);
    const html = helper.call({ forceUpdate: draw }, QUEUE);
    drawn.push(html);
    row.innerHTML = html;
  };
  return { store, strings, names, connect, row, draw, drawn, helper: () => helper };
}
const styles = () =>
  [...document.head.querySelectorAll("style")].filter(({ textContent }) =>
    textContent?.includes("ScheduleManager-Badge"),
  );

afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = "";
  document.head.innerHTML = "";
});

describe("the rows of Flex's transfer dialog", () => {
  it.each([
    [undefined, `{{queue.name}}${ADDED}`],
    ["", `{{queue.name}}${ADDED}`],
    ["<b>{{queue.name}}</b>", `<b>{{queue.name}}</b>${ADDED}`],
    [`{{queue.name}}${ADDED}`, `{{queue.name}}${ADDED}`],
  ])("[BD6] whose text is %j get the badge behind it, once", (before, after) => {
    const { strings, names } = install(before === undefined ? {} : { [TEXT]: before });
    expect(strings).toEqual({ [TEXT]: after });
    expect(names).toEqual(["scheduleBadge"]);
  });

  it("[BD9] connect and take a timer with the first row, not before", () => {
    const { connect, draw } = install();
    jest.advanceTimersByTime(60_000);
    expect(connect).not.toHaveBeenCalled();
    expect(styles()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
    draw();
    // Flex is rendering.
    expect(connect).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    draw();
    jest.advanceTimersByTime(1);
    expect(connect).toHaveBeenCalledTimes(1);
    expect(styles()).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(1);
  });

  it("[BD6] have no badge for what is no queue, and one without a way to draw it again", () => {
    const { helper } = install();
    for (const value of [null, "WQ0", {}, { sid: "WQ0" }, { name: "Example" }, { sid: 1, name: "Example" }])
      expect(helper().call({}, value)).toBe("");
    expect(jest.getTimerCount()).toBe(0);
    expect(helper().call({}, QUEUE)).toContain("Open");
    jest.advanceTimersByTime(1);
    // No row waits for a later text.
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[BD6] change with the catalogue", () => {
    const { store, row, draw, drawn } = install();
    draw();
    jest.advanceTimersByTime(1);
    expect(row).toHaveProperty("textContent", expect.stringMatching(/^Open/));
    store.dispatch(
      liveChanged([{ type: "changed", item: liveSchedule({ ...EXAMPLE, manualClose: true }, "1") }]),
    );
    expect(row).toHaveProperty("textContent", expect.stringMatching(/^Closed manually/));
    expect(drawn).toHaveLength(2);
  });

  it("[BD9] take no timer any more once the dialog is closed", () => {
    const { row, draw, drawn } = install();
    draw();
    jest.advanceTimersByTime(1);
    row.remove();
    // The text would change in the last hour before it closes.
    jest.advanceTimersByTime(4 * 3_600_000 + 60_000);
    expect(jest.getTimerCount()).toBe(0);
    expect(drawn).toHaveLength(1);
    // A dialog that opens again has it again.
    draw();
    jest.advanceTimersByTime(1);
    expect(jest.getTimerCount()).toBe(1);
  });
});
