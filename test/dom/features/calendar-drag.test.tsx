import { fireEvent, screen } from "@testing-library/react";
import { block, editCalendar, hours, PENDING, TUESDAY } from "./editable-calendar";

/** px. Days are columns beside the hours, from Sunday on, in which a minute is a pixel. */
const AXIS = 40;
const WIDTH = 100;
const TOP = 100;
const DAYS = { sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 };
type Day = keyof typeof DAYS;

beforeEach(() => {
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const isColumn = this.matches("[data-column]");
    const columns = [...document.querySelectorAll("[data-column]")];
    const index = columns.findIndex((column) => this.contains(column));
    const left = index === -1 ? 0 : AXIS + index * WIDTH;
    const [y, height] = isColumn ? [TOP, 1440] : [0, 2000];
    return new DOMRect(left, y, index === -1 ? AXIS : WIDTH, height);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** The middle of a day at a minute. */
const point = (day: Day, minute: number) => ({
  clientX: AXIS + (DAYS[day] + 0.5) * WIDTH,
  clientY: TOP + minute,
});
type Point = ReturnType<typeof point>;
const pointer = (type: string, on: Element | Window, init: MouseEventInit & { pointerType?: string }) => {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, ...init });
  Object.assign(event, { pointerType: init.pointerType ?? "mouse" });
  fireEvent(on, event);
};
const press = (on: Element, at: Point, how: MouseEventInit & { pointerType?: string } = {}) => {
  pointer("pointerdown", on, { ...at, button: 0, ...how });
};
const moveTo = (at: Point) => {
  pointer("pointermove", window, at);
};
const release = () => {
  pointer("pointerup", window, {});
};
const drag = (on: Element, from: Point, ...to: readonly Point[]) => {
  press(on, from);
  to.forEach(moveTo);
  release();
};
const edge = (name: RegExp, which: "start" | "end") =>
  block(name).parentElement?.querySelector(`[data-edge=${which}]`) as Element;

const MONDAY = /Monday, December 14, 12:00 AM to 12:00 AM: Closed/;
const THURSDAY = /Thursday, December 17, 8:00 AM to 5:00 PM: Open/;
const night = { ...hours, startTime: "20:00", endTime: "02:00" };
const TAIL = /Wednesday, December 16, 12:00 AM to 2:00 AM: Open/;

describe("the mouse in the calendar's week", () => {
  it.each([
    ["down", 600, 700],
    ["up", 700, 600],
  ])("[WH11] draws hours on a closed part of a day, %s", (_, from, to) => {
    const { made, last } = editCalendar();
    press(block(MONDAY), point("monday", from));
    expect(screen.queryByText(PENDING)).toBeNull();
    moveTo(point("monday", to));
    expect(screen.getByText(/^Monday, 10:00\sAM–11:45\sAM\. Enter keeps/)).toBeVisible();
    expect(made).toEqual([]);
    release();
    expect(made).toHaveLength(1);
    expect(last()?.[0]).toEqual([{ start: 600, end: 705 }]);
    expect(screen.queryByText(PENDING)).toBeNull();
  });

  it("[WH11] draws on the day where it began, up to midnight", () => {
    const { last } = editCalendar();
    press(block(MONDAY), point("monday", 1380));
    moveTo(point("friday", 2000));
    expect(screen.getAllByText(/^11:00\sPM.*12:00\sAM$/)).toHaveLength(1);
    release();
    expect(last()).toEqual([[{ start: 1380, end: 1440 }], [{ start: 480, end: 1020 }], [], [], [], [], []]);
  });

  it("[WH11] moves a block by days and quarters of an hour, and the block then has the focus", () => {
    const { last } = editCalendar();
    drag(block(TUESDAY), point("tuesday", 600), point("wednesday", 600), point("thursday", 640));
    expect(last()).toEqual([[], [], [], [{ start: 525, end: 1065 }], [], [], []]);
    expect(document.activeElement).toHaveAccessibleName(/Thursday, December 17, 8:45 AM to 5:45 PM: Open/);
  });

  it.each<[string, Point, number]>([
    ["left of the week", { ...point("sunday", 600), clientX: 5 }, 6],
    ["at its first day's right edge", { ...point("sunday", 600), clientX: AXIS + WIDTH }, 0],
    ["right of the week", { ...point("saturday", 600), clientX: 5000 }, 5],
  ])("[WH11] moves a block to the nearest day when the mouse is %s", (_, to, weekday) => {
    const { last } = editCalendar();
    drag(block(TUESDAY), point("tuesday", 600), to);
    expect(last()?.map((ranges) => ranges.length)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((one) => (one === weekday ? 1 : 0)),
    );
  });

  it("[WH11] moves a night by the part of it on the next day", () => {
    const { last } = editCalendar([night]);
    drag(block(TAIL), point("wednesday", 60), point("thursday", 90));
    expect(last()).toEqual([[], [], [{ start: 1230, end: 1590 }], [], [], [], []]);
  });

  it.each<["start" | "end", number, number, number, number]>([
    ["start", 480, 510, 510, 1020],
    ["start", 480, -500, 0, 1020],
    ["end", 1020, 1000, 480, 1005],
    ["end", 1020, 5000, 480, 1440],
  ])("[WH11] stretches a block by its %s from minute %d to %d", (which, from, to, start, end) => {
    const { last } = editCalendar();
    drag(edge(TUESDAY, which), point("tuesday", from), point("friday", to));
    expect(last()?.[1]).toEqual([{ start, end }]);
  });

  it("[WH11] stretches a night by its end on the next day, back to midnight at most", () => {
    const { last } = editCalendar([night]);
    expect(edge(TAIL, "start")).toBeNull();
    drag(edge(TAIL, "end"), point("wednesday", 120), point("wednesday", -900));
    expect(last()?.[1]).toEqual([{ start: 1200, end: 1440 }]);
  });

  it("[WH11] a movement below four pixels is a click; from there on each movement counts", async () => {
    const { user, made } = editCalendar();
    const from = point("tuesday", 600);
    const by = (x: number, y: number) => ({ clientX: from.clientX + x, clientY: from.clientY + y });
    press(block(TUESDAY), from);
    moveTo(by(0, 3));
    moveTo(by(3, 0));
    moveTo(by(-2, -2));
    expect(screen.queryByText(PENDING)).toBeNull();
    release();
    await user.click(block(TUESDAY));
    expect(block(TUESDAY)).toHaveAttribute("aria-pressed", "true");
    for (const far of [by(0, 4), by(-4, 0), by(3, 3)]) {
      press(block(TUESDAY), from);
      moveTo(far);
      expect(screen.getByText(PENDING)).toBeVisible();
      moveTo(by(1, 1));
      expect(screen.getByText(/^Tuesday, 8:00\sAM–5:00\sPM\. Enter keeps/)).toBeVisible();
      release();
    }
    expect(made).toEqual([]);
  });

  it("[WH11] the click that ends a drag chooses nothing; the next one does", async () => {
    const { user } = editCalendar();
    drag(block(MONDAY), point("monday", 600), point("monday", 720));
    const closed = block(/Monday, December 14, 12:00 PM to 12:00 AM: Closed/);
    fireEvent.click(closed);
    expect(closed).toHaveAttribute("aria-pressed", "false");
    fireEvent.click(closed);
    expect(closed).toHaveAttribute("aria-pressed", "true");
    // A drag that ends outside the calendar has no click.
    drag(block(TUESDAY), point("tuesday", 600), point("tuesday", 720));
    await user.click(block(THURSDAY));
    expect(block(THURSDAY)).toHaveAttribute("aria-pressed", "true");
  });

  it.each<[string, () => void]>([
    ["Escape", () => void fireEvent.keyDown(document.body, { key: "Escape" })],
    [
      "the browser",
      () => {
        pointer("pointercancel", window, {});
      },
    ],
  ])("[WH11] a drag that %s ends changes nothing", (_, end) => {
    const { made } = editCalendar();
    press(block(TUESDAY), point("tuesday", 600));
    moveTo(point("tuesday", 720));
    expect(screen.getByText(PENDING)).toBeVisible();
    end();
    expect(screen.queryByText(PENDING)).toBeNull();
    moveTo(point("tuesday", 800));
    release();
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(made).toEqual([]);
  });

  it("[WH11] during a drag Escape ends the drag alone, and other keys do nothing", () => {
    const { last } = editCalendar();
    const outside: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void outside.push(key);
    document.addEventListener("keydown", hear);
    press(block(TUESDAY), point("tuesday", 600));
    moveTo(point("tuesday", 660));
    fireEvent.keyDown(document.body, { key: "Shift" });
    fireEvent.keyDown(document.body, { key: "a" });
    expect(screen.getByText(PENDING)).toBeVisible();
    expect(outside).toEqual(["Shift", "a"]);
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(outside).toEqual(["Shift", "a"]);
    drag(block(TUESDAY), point("tuesday", 600), point("tuesday", 660));
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(outside).toEqual(["Shift", "a", "Escape"]);
    document.removeEventListener("keydown", hear);
    expect(last()?.[1]).toEqual([{ start: 540, end: 1080 }]);
  });

  it("[WH11] after a drag, movements change nothing", () => {
    const { made } = editCalendar();
    drag(block(TUESDAY), point("tuesday", 600), point("tuesday", 660));
    moveTo(point("tuesday", 720));
    expect(screen.queryByText(PENDING)).toBeNull();
    release();
    expect(made).toHaveLength(1);
  });

  it("[WH11] a calendar that disappears during a drag changes nothing", () => {
    const { made, unmount } = editCalendar();
    press(block(TUESDAY), point("tuesday", 600));
    moveTo(point("tuesday", 660));
    unmount();
    release();
    expect(made).toEqual([]);
  });

  it.each<[string, RegExp, MouseEventInit & { pointerType?: string }]>([
    ["another button", TUESDAY, { button: 2 }],
    ["a finger", TUESDAY, { pointerType: "touch" }],
  ])("[WH11] %s drags nothing", (_, name, how) => {
    const { made } = editCalendar();
    press(block(name), point("tuesday", 600), how);
    moveTo(point("tuesday", 720));
    expect(screen.queryByText(PENDING)).toBeNull();
    release();
    expect(made).toEqual([]);
  });

  it("[WH12] the mouse moves no block of another rule, and draws nothing over it", () => {
    const { made } = editCalendar();
    for (const [name, day] of [
      [THURSDAY, "thursday"],
      [/Friday, December 18, .*Closed for holiday/, "friday"],
    ] as const)
      drag(block(name), point(day, 600), point(day, 720));
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(made).toEqual([]);
  });

  it("[WH11] beside the blocks of a day the mouse drags nothing", () => {
    const { container, made } = editCalendar();
    const column = container.querySelectorAll("[data-column]")[1] as Element;
    drag(column, point("monday", 600), point("monday", 720));
    expect(made).toEqual([]);
  });
});
