import { knownLocale, pickFrom } from "@schedule-manager/shared/i18n/locales";
import { agents as de } from "./de-DE/agents";
import { agents as en } from "./en-US/agents";
import { agents as esES } from "./es-ES/agents";
import { agents as esMX } from "./es-MX/agents";
import { agents as fr } from "./fr-FR/agents";
import { agents as pt } from "./pt-BR/agents";
import { type AgentSay, type AgentTexts, sayIn } from "./text";
import { agents as th } from "./th-TH/agents";
import { agents as zh } from "./zh-Hans/agents";

const textsFor = pickFrom<AgentTexts>({
  "en-US": en,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": pt,
  "fr-FR": fr,
  "de-DE": de,
  "th-TH": th,
  "zh-Hans": zh,
});

/** The agents' strings for Flex's locale, and the locale that they are written in; English where there are none. */
export function agentSayFor(flexLocale: string): { readonly say: AgentSay; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  return { say: sayIn(textsFor(flexLocale), locale), locale };
}
