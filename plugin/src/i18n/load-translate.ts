import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import type { AdminMessages } from "./admin-messages";
import { agentMessages } from "./messages/agents";
import { type Translate, translateIn } from "./translate";

/** Each language is a chunk, so a browser loads one. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ readonly messages: AdminMessages }>>> = {
  "en-US": () => import("./messages/en-US"),
  "es-ES": () => import("./messages/es-ES"),
  "es-MX": () => import("./messages/es-MX"),
  "pt-BR": () => import("./messages/pt-BR"),
  "fr-FR": () => import("./messages/fr-FR"),
  "de-DE": () => import("./messages/de-DE"),
  "th-TH": () => import("./messages/th-TH"),
  "zh-Hans": () => import("./messages/zh-Hans"),
};

/** Loads the messages for Flex's locale; English when there is no translation. */
export async function loadTranslate(flexLocale: string): Promise<Translate> {
  const locale = pickLocale(flexLocale);
  const { messages } = await LOADERS[locale]();
  return translateIn(knownLocale(flexLocale), { ...agentMessages[locale], ...messages });
}
