import type { Decision } from "@schedule-manager/shared/model";
import type { PreviewPiece } from "@schedule-manager/shared/preview/week";
import { formatDay, formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import type { Say } from "../../strings/text";
import { whyInWords } from "./looks";

export interface PieceWords {
  readonly day: string;
  readonly times: readonly [string, string];
  readonly status: string;
  readonly why: string;
  /** All of it as a sentence. */
  readonly all: string;
}

/** A piece of a civil day in words. */
export function pieceInWords(
  piece: PreviewPiece,
  day: number,
  ruleName: (id: string) => string,
  say: Say,
  locale: string,
): PieceWords {
  const decision: Decision = piece;
  const status = describeStatus(decision, locale);
  const why = whyInWords(decision, ruleName, say);
  const pass = piece.pass === "only" ? "" : ` (${say(`preview.pass.${piece.pass}`)})`;
  const date = formatDay(locale, day, { weekday: "long", day: "numeric", month: "long" });
  const from = formatMinute(locale, piece.startMinute);
  const to = `${formatMinute(locale, piece.endMinute)}${pass}`;
  return {
    day: date,
    times: [from, to],
    status,
    why,
    all: say("preview.piece", { day: date, from, to, status, why }),
  };
}
