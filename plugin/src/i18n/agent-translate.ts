import { knownLocale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import { agentMessages } from "./messages/agents";
import { type AgentTranslate, translateIn } from "./translate";

/** The agent messages in Flex's language; `locale` is the language found, English when there is no translation. */
export function agentTranslateFor(flexLocale: string): {
  readonly t: AgentTranslate;
  readonly locale: string;
} {
  const locale = knownLocale(flexLocale);
  return { t: translateIn(locale, agentMessages[pickLocale(flexLocale)]), locale };
}
