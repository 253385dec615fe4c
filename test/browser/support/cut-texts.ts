/** What a narrow screen cuts off, measured in the page. */
import type { Page } from "playwright-core";

/**
 * The texts of the view and of its dialog that are cut off, break inside a word or after each character, or need a
 * sideways scroll, as `problem: text`. Texts for screen readers only and the content of text fields do not count.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** px: rounding of fractions. */
    const SLACK = 1.5;
    const problems = new Set<string>();
    const note = (problem: string, text: string): void => {
      problems.add(`${problem}: ${text.trim().replace(/\s+/g, " ").slice(0, 60)}`);
    };

    /** Visually hidden, as Paste does it for texts that only screen readers read. */
    const isHidden = (element: Element): boolean => {
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { width, height } = each.getBoundingClientRect();
        const { position, visibility, overflow, opacity } = getComputedStyle(each);
        if (visibility === "hidden" || opacity === "0") return true;
        if (position === "absolute" && overflow === "hidden" && width <= 1 && height <= 1) return true;
      }
      return false;
    };
    const checkCut = (element: Element, { left, right, top, bottom, width }: DOMRect, text: string): void => {
      if (width === 0) return;
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        const box = each.getBoundingClientRect();
        const beyondX = left < box.left - SLACK || right > box.right + SLACK;
        const beyondY = top < box.top - SLACK || bottom > box.bottom + SLACK;
        if (overflowX !== "visible" && beyondX) note("cut off", text);
        if ((overflowY === "hidden" || overflowY === "clip") && beyondY) note("cut off below", text);
        // A person scrolls there.
        if (overflowY === "auto" || overflowY === "scroll") return;
      }
      if (left < -SLACK || right > innerWidth + SLACK) note("outside the window", text);
    };
    const checkText = (node: Text): void => {
      const element = node.parentElement;
      if (element === null || node.data.trim() === "" || isHidden(element)) return;
      const range = document.createRange();
      // A line may end after a hyphen, a slash or full-width punctuation, and in scripts without spaces anywhere.
      for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad\u200b\-–—/·…、，。：；]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4)));
        const anywhere = /\p{Script=Thai}|\p{Script=Han}/u.test(word);
        if (anywhere && lines.size > 1 && lines.size === word.length) note("column of characters", node.data);
        if (!anywhere && lines.size > 1) note("broken word", `${word} (in “${node.data}”)`);
      }
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) checkCut(element, rect, node.data);
    };

    if (document.documentElement.scrollWidth > innerWidth + SLACK) note("sideways scroll", "the page");
    const root =
      document.querySelector("[data-schedule-manager=dialog]") ??
      document.querySelector("[data-schedule-manager=view]");
    if (root === null) return ["no view"];
    for (const element of [root, ...root.querySelectorAll("*")]) {
      if (element.clientWidth === 0 || isHidden(element) || element.matches("input, textarea, select"))
        continue;
      const { overflowX, display } = getComputedStyle(element);
      if (element.scrollWidth <= element.clientWidth + SLACK || display === "inline") continue;
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      if (scrolls || element.textContent?.trim() !== "")
        note(
          scrolls ? "sideways scroll" : "wider than its place",
          `${element.tagName} ${element.textContent ?? ""}`,
        );
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) checkText(node as Text);
    return [...problems];
  });
}
