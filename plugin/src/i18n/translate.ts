import { interpolate, type Values } from "@schedule-manager/shared/i18n/interpolate";
import { type Plural, plural } from "@schedule-manager/shared/i18n/plural";
import type { AdminMessages } from "./admin-messages";
import type { AgentMessages } from "./messages/agents";

type AgentMessageKey = keyof AgentMessages;
export type MessageKey = AgentMessageKey | keyof AdminMessages;

/** Returns the message of a key with its values filled in; the value `count` chooses the plural. */
type TranslateOf<Key> = (key: Key, values?: Values) => string;
export type Translate = TranslateOf<MessageKey>;
export type AgentTranslate = TranslateOf<AgentMessageKey>;

export const translateIn =
  <Key extends string>(locale: string, messages: Readonly<Record<Key, string | Plural>>): TranslateOf<Key> =>
  (key, values = {}) => {
    const text = messages[key];
    if (typeof text === "string") return interpolate(locale, text, values);
    const { count } = values;
    const template = typeof count === "number" ? plural(locale, text, count) : text.other;
    return interpolate(locale, template, values);
  };
