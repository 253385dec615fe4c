import { download, fileName } from "@schedule-manager/plugin/ui/download";

describe("a downloaded file", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[CF18] has its name, type and text; its address ends once the download has begun", () => {
    const blobs: Blob[] = [];
    const ended: string[] = [];
    const clicked: { readonly name: string; readonly href: string; readonly isInPage: boolean }[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:file-${blobs.push(blob)}`;
    URL.revokeObjectURL = (address) => void ended.push(address);
    HTMLAnchorElement.prototype.click = function click() {
      clicked.push({ name: this.download, href: this.href, isInPage: this.isConnected });
    };
    download("a.json", "application/json", "{}");
    expect(clicked).toEqual([{ name: "a.json", href: "blob:file-1", isInPage: true }]);
    expect(blobs.map(({ type, size }) => [type, size])).toEqual([["application/json", 2]]);
    expect(document.querySelector("a")).toBeNull();
    jest.advanceTimersByTime(9_999);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(ended).toEqual(["blob:file-1"]);
  });

  it.each([
    ["Support", "Support.json"],
    ["Café: 24/7 — Köln (2)", "Café-24-7-Köln-2.json"],
    ["??Sales!!", "Sales.json"],
    ["x".repeat(100), `${"x".repeat(80)}.json`],
  ])("[CF18] of the item %j is named %s, which every system takes", (name, file) => {
    expect(fileName(name, "json")).toBe(file);
  });
});
