import type { preview as english } from "../en-US/preview";
import type { Translated } from "../text";

export const preview: Translated<typeof english> = {
  "preview.title": "Aperçu",
  "preview.about": "Avec vos modifications non publiées, dans le fuseau de l’horaire.",
  "preview.now": "Maintenant : {status}",
  "preview.week": "Semaine du {from} au {to}",
  "preview.previous": "Semaine précédente",
  "preview.next": "Semaine suivante",
  "preview.today": "Cette semaine",
  "preview.open": "Ouvert",
  "preview.closed": "Fermé par une règle",
  "preview.none": "Fermé : aucune règle ne s’applique",
  "preview.manual": "Fermé manuellement",
  "preview.skipped": "Sauté par le changement d’heure",
  "preview.shorter": "Ce jour compte {hours} heures : les horloges avancent.",
  "preview.longer": "Ce jour compte {hours} heures : les horloges reculent.",
  "preview.missingDay": "Ce fuseau horaire a sauté ce jour.",
  "preview.hours": "{hours} h",
  "preview.piece": "{day}, de {from} à {to} : {status}. {why}",
  "preview.pass.first": "la première fois",
  "preview.pass.second": "la seconde fois",
  "preview.by": "Décidé par {rule}",
  "preview.by.none": "Aucune règle ne s’applique",
  "preview.by.manual": "Fermeture manuelle",
  "preview.by.error": "Le fuseau horaire est inconnu",
  "preview.edit": "Modifier {rule}",
  "preview.choose": "Choisissez un bloc pour voir ce qui le décide.",

  "preview.ask": "Quelle serait la réponse le…",
  "preview.ask.date": "Date",
  "preview.ask.time": "Heure",
  "preview.ask.missing": "Choisissez une date et une heure.",
  "preview.ask.skipped":
    "Les horloges sautent cette heure ce jour-là ; un flux qui la demande avec « simulate » obtient cette réponse.",
  "preview.ask.twice":
    "Les horloges affichent cette heure deux fois ce jour-là ; la réponse est la même les deux fois.",
};
