import type { AdminMessages } from "@schedule-manager/plugin/i18n/admin-messages";
import { type AgentMessages, agentMessages } from "@schedule-manager/plugin/i18n/messages/agents";
import { type Translate, translateIn } from "@schedule-manager/plugin/i18n/translate";
import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import { LOCALES } from "../../../support/locales";

const adminMessages = (locale: Locale): AdminMessages =>
  jest.requireActual<{ messages: AdminMessages }>(`@schedule-manager/plugin/i18n/messages/${locale}`)
    .messages;

/** All languages at once; a browser loads one. */
export const MESSAGES = Object.fromEntries(
  LOCALES.map((locale) => [locale, { ...agentMessages[locale], ...adminMessages(locale) }]),
) as Readonly<Record<Locale, AgentMessages & AdminMessages>>;

export function translateFor(flexLocale: string): { readonly t: Translate; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  return { t: translateIn(locale, MESSAGES[pickLocale(flexLocale)]), locale };
}
