import { fireEvent, screen, waitFor } from "@testing-library/react";
import { download, fileName } from "@schedule-manager/plugin/ui/download";
import { ExportSection } from "../../../../plugin/src/features/import-export/export-section";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { NOW, RULES, SALES, SUPPORT } from "../items";
import { show } from "../render";

/** The downloads of the page: name, type and text. */
function downloads() {
  const made: { name: string; type: string; text: Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  const revoked: string[] = [];
  const createObjectURL = (blob: Blob): string => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob);
    return url;
  };
  Object.assign(URL, { createObjectURL, revokeObjectURL: (url: string) => revoked.push(url) });
  const textOf = (blob: Blob): Promise<string> =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(typeof reader.result === "string" ? reader.result : "");
      };
      reader.readAsText(blob);
    });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href) ?? new Blob();
    expect(this.isConnected).toBe(true);
    made.push({ name: this.download, type: blob.type, text: textOf(blob) });
  });
  return { made, revoked };
}
const setDate = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = (): HTMLElement => screen.getByText("Download calendar").closest("button") ?? document.body;

async function section(schedules: readonly Schedule[] = [SUPPORT, SALES]) {
  const files = downloads();
  show(<ExportSection configuration={{ rules: RULES, schedules }} now={NOW} />);
  return files;
}
async function pick(text: string): Promise<void> {
  const field = screen.getByRole("combobox", { name: "Schedule" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  await waitFor(() => {
    expect(document.querySelector("[role=option]")).not.toBeNull();
  });
  fireEvent.keyDown(field, { key: "Enter" });
}

describe("exporting", () => {
  afterEach(() => void jest.restoreAllMocks());

  it("[CF8] everything is one JSON file, named after the day", async () => {
    const { made } = await section();
    fireEvent.click(screen.getByText("Download configuration"));
    expect(made[0]).toMatchObject({ name: "schedules-2026-09-04.json", type: "application/json" });
    const written = JSON.parse((await made[0]?.text) ?? "") as { schedules: { name: string }[] };
    expect(written.schedules.map(({ name }) => name).sort()).toEqual(["Sales", "Support"]);
  });

  it("[CF8] a schedule's openings or closures of the chosen days, the last included, are a calendar", async () => {
    const { made } = await section();
    expect(save()).toBeDisabled();
    await pick("Supp");
    setDate("From", "2026-09-07");
    setDate("Until", "2026-09-07");
    fireEvent.change(screen.getByLabelText("What"), { target: { value: "closures" } });
    expect(save()).toBeEnabled();
    fireEvent.click(save());
    expect(made[0]).toMatchObject({ name: "Support.ics", type: "text/calendar" });
    expect(await made[0]?.text).toMatch(/SUMMARY:Labor Day/);
    setDate("From", "2026-09-08");
    expect(screen.getByText("The end has to be after the start.")).toBeInTheDocument();
    expect(save()).toBeDisabled();
    setDate("Until", "2126-09-10");
    expect(screen.getByText(/more than a century apart/)).toBeInTheDocument();
    setDate("Until", "");
    expect(save()).toBeDisabled();
  });

  it("[CF8] begins with the openings of a year from today, of schedules in order of their numbers", async () => {
    const shop = (number: number): Schedule => ({ ...SUPPORT, id: `shop-${number}`, name: `Shop ${number}` });
    const { made } = await section([shop(10), shop(9)]);
    expect(screen.getByLabelText("From")).toHaveValue("2026-09-04");
    expect(screen.getByLabelText("Until")).toHaveValue("2027-09-04");
    expect(screen.getByLabelText("What")).toHaveValue("openings");
    fireEvent.click(screen.getByRole("combobox", { name: "Schedule" }));
    expect([...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent)).toEqual([
      "Shop 9",
      "Shop 10",
    ]);
    await pick("Shop 9");
    expect(screen.getByRole("combobox", { name: "Schedule" })).toHaveValue("Shop 9");
    fireEvent.click(save());
    expect(made[0]?.name).toBe("Shop-9.ics");
    expect(await made[0]?.text).not.toMatch(/SUMMARY:Labor Day/);
    expect(screen.queryByText(/has no openings/)).toBeNull();
  });

  it("[CF8] a schedule in an unknown zone has no days to export, and one that is always open no closures", async () => {
    const open = { ...SALES, id: "open", name: "Open", rules: ["spare"] };
    const { made } = await section([{ ...SALES, name: "Lost", timeZone: "Mars/Olympus" }, open]);
    await pick("Lost");
    expect(save()).toBeDisabled();
    await pick("Open");
    fireEvent.change(screen.getByLabelText("What"), { target: { value: "closures" } });
    fireEvent.click(save());
    expect(screen.getByText("Open has no closures in this period.")).toBeInTheDocument();
    expect(made).toEqual([]);
    fireEvent.change(screen.getByLabelText("What"), { target: { value: "openings" } });
    expect(screen.queryByText(/in this period/)).toBeNull();
  });

  it("[CF8] nothing to export is said until something else is chosen", async () => {
    const { made } = await section();
    await pick("Sal");
    fireEvent.click(save());
    expect(screen.getByText("Sales has no openings in this period.")).toBeInTheDocument();
    expect(made).toEqual([]);
    setDate("From", "2026-10-01");
    expect(screen.queryByText("Sales has no openings in this period.")).toBeNull();
  });

  it("[CF8] a download's address is released after the browser has taken it", () => {
    jest.useFakeTimers();
    const { made, revoked } = downloads();
    download("a.txt", "text/plain", "x");
    expect([made.length, revoked.length]).toEqual([1, 0]);
    expect(document.querySelector("a")).toBeNull();
    jest.advanceTimersByTime(10_000);
    expect(revoked).toEqual(["blob:0"]);
    jest.useRealTimers();
  });

  it.each([
    ["Sales & Co.", "Sales-Co.ics"],
    ["  Büro/Nacht  ", "Büro-Nacht.ics"],
    ["x".repeat(100), `${"x".repeat(80)}.ics`],
  ])("[CF8] the file of %j is valid on every system", (name, expected) => {
    expect(fileName(name, "ics")).toBe(expected);
  });
});
