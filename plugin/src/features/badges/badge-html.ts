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
 * The badge as HTML, since Flex fills a queue's row from a template. Only our own tags; all words escaped.
 * @param stale words for "as of when", when the status may be out of date
 */
export function badgeHtml(isOpen: boolean, words: string, stale: string | null): string {
  const state = isOpen ? "open" : "closed";
  const note = stale === null ? "" : `<span class="${BADGE_CLASS}-note"> ${escape(stale)}</span>`;
  return `<span class="${BADGE_CLASS} ${BADGE_CLASS}--${state}"><span class="${BADGE_CLASS}-words">${escape(words)}</span>${note}</span>`;
}

/** In place of a badge where nothing is known of any schedule. */
export const unknownHtml = (words: string): string =>
  `<span class="${BADGE_CLASS} ${BADGE_CLASS}--unknown"><span class="${BADGE_CLASS}-note">${escape(words)}</span></span>`;

/** Flex's row of a queue. */
export const QUEUE_ROW = ".Twilio-WorkerDirectory-Queue";

/** Flex's rows are as high as two lines: with longer words they grow. Text and ground are a pair with a contrast of at least 7:1, whatever theme Flex has. */
export const BADGE_CSS = `
${QUEUE_ROW}:has(.${BADGE_CLASS}) { height: auto; min-height: 44px; flex-shrink: 0; padding-top: 2px; padding-bottom: 2px; }
.${BADGE_CLASS} { display: block; margin-top: 2px; line-height: 16px; font-weight: 400; white-space: normal; }
.${BADGE_CLASS}-words { display: inline-block; max-width: 100%; padding: 0 6px; border-radius: 8px; font-size: 12px; vertical-align: bottom; box-sizing: border-box; }
.${BADGE_CLASS}--open .${BADGE_CLASS}-words { background: #d1fae0; color: #05431f; }
.${BADGE_CLASS}--closed .${BADGE_CLASS}-words { background: #fccfcf; color: #5c0808; }
.${BADGE_CLASS}-note { display: inline-block; padding: 0 6px; font-size: 12px; opacity: 0.85; }
.${BADGE_CLASS}--unknown .${BADGE_CLASS}-note { padding: 0; }
`;
