import { knownLocale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import { agentMessages } from "./messages/agents";
import { type AgentTranslate, translateIn } from "./translate";

/** Translates for agents; `locale` is that of the texts, English where Flex's has none. */
export function agentTranslateFor(flexLocale: string): {
  readonly t: AgentTranslate;
  readonly locale: string;
} {
  const locale = knownLocale(flexLocale);
  return { t: translateIn(locale, agentMessages[pickLocale(flexLocale)]), locale };
}
