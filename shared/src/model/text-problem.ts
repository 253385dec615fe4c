/**
 * Refuses invisible characters in names: with them, two different names look the same, or a name displays in
 * another order than it is stored. Joiners and directional marks are allowed, since several languages and emojis
 * need them.
 */
import type { Configuration, ItemKind, Rule, Schedule } from "./model";

export type TextProblem =
  | {
      readonly code: "character-refused";
      /** Such as `U+202E`. */
      readonly character: string;
    }
  /** The text is not empty but shows nothing. */
  | { readonly code: "nothing-visible" };

/**
 * Control characters, line and paragraph separators, lone surrogates; then directional embeddings, overrides and
 * isolates.
 */
const REFUSED = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** U+2800 is a braille pattern without dots. */
const VISIBLE = /[^\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Returns null for a valid text. An empty text is valid here; callers check required texts. */
export function textProblem(text: string): TextProblem | null {
  const refused = REFUSED.exec(text)?.[0].codePointAt(0);
  if (refused !== undefined) {
    const digits = refused.toString(16).toUpperCase().padStart(4, "0");
    return { code: "character-refused", character: `U+${digits}` };
  }
  return text === "" || VISIBLE.test(text) ? null : { code: "nothing-visible" };
}

/** The first text with a problem, or null. */
export function firstTextProblem(
  texts: readonly string[],
): { readonly text: string; readonly problem: TextProblem } | null {
  for (const text of texts) {
    const problem = textProblem(text);
    if (problem !== null) return { text, problem };
  }
  return null;
}

export interface NamedText {
  readonly kind: ItemKind;
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

const ruleTexts = ({ id, name, closedReason = "" }: Rule): NamedText[] => [
  { kind: "rule", id, field: "name", text: name },
  { kind: "rule", id, field: "closedReason", text: closedReason },
];

const scheduleTexts = ({
  id,
  name,
  group = "",
  manualNote = "",
  queues = [],
  aliases = [],
}: Schedule): NamedText[] =>
  [
    ["name", name],
    ["group", group],
    ["manualNote", manualNote],
    ...queues.map((queue) => ["queues", queue] as const),
    ...aliases.map((alias) => ["aliases", alias] as const),
  ].map(([field = "", text = ""]) => ({ kind: "schedule", id, field, text }));

/** Every text of a configuration that users enter. */
export const textsOf = ({ rules, schedules }: Configuration): NamedText[] => [
  ...rules.flatMap(ruleTexts),
  ...schedules.flatMap(scheduleTexts),
];
