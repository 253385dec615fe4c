const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

export const BADGE_CLASS = "ScheduleManager-Badge";

/**
 * The badge as HTML, because Flex fills a queue's row from a template. It contains only the plugin's tags; texts are
 * escaped.
 * @param stale the text that dates a status that may be out of date
 */
export function badgeHtml(isOpen: boolean, words: string, stale: string | null): string {
  const state = isOpen ? "open" : "closed";
  const note = stale === null ? "" : `<span class="${BADGE_CLASS}-note"> ${escape(stale)}</span>`;
  return `<span class="${BADGE_CLASS} ${BADGE_CLASS}--${state}"><span class="${BADGE_CLASS}-words">${escape(words)}</span>${note}</span>`;
}

/** Replaces the badge while no schedule is known. */
export const unknownHtml = (words: string): string =>
  `<span class="${BADGE_CLASS} ${BADGE_CLASS}--unknown"><span class="${BADGE_CLASS}-note">${escape(words)}</span></span>`;

/** Flex's row of a queue. */
export const QUEUE_ROW = ".Twilio-WorkerDirectory-Queue";

/**
 * Flex's rows have room for two lines; longer texts need them to grow. Text and background keep a contrast of 7:1 in
 * every Flex theme.
 */
export const BADGE_CSS = `
${QUEUE_ROW}:has(.${BADGE_CLASS}) { height: auto; min-height: 44px; flex-shrink: 0; padding-top: 2px; padding-bottom: 2px; }
.${BADGE_CLASS} { display: block; margin-top: 2px; line-height: 16px; font-weight: 400; white-space: normal; }
.${BADGE_CLASS}-words { display: inline-block; max-width: 100%; padding: 0 6px; border-radius: 8px; font-size: 12px; vertical-align: bottom; box-sizing: border-box; }
.${BADGE_CLASS}--open .${BADGE_CLASS}-words { background: #d1fae0; color: #05431f; }
.${BADGE_CLASS}--closed .${BADGE_CLASS}-words { background: #fccfcf; color: #5c0808; }
.${BADGE_CLASS}-note { display: inline-block; padding: 0 6px; font-size: 12px; opacity: 0.85; }
.${BADGE_CLASS}--unknown .${BADGE_CLASS}-note { padding: 0; }
`;
