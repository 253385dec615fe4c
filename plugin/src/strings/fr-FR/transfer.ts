import type { transfer as english } from "../en-US/transfer";
import type { Translated } from "../text";

export const transfer: Translated<typeof english> = {
  "transfer.open": "Importer et exporter",
  "transfer.title": "Importer et exporter",

  "import.title": "Importer",
  "import.about":
    "Un fichier config.json du gestionnaire d’horaires de Twilio, un fichier exporté ici ou un calendrier (.ics) dont les événements deviennent des règles. Rien n’est publié : les modifications deviennent des brouillons à vérifier.",
  "import.file": "Fichier",
  "import.choose": "Choisir un fichier",
  "import.none": "Aucun fichier choisi",
  "import.reading": "Lecture du fichier…",
  "import.failed": "Le fichier n’a pas pu être lu.",
  "import.notJson": "Ce n’est ni une configuration (JSON) ni un calendrier (.ics).",
  "import.notConfiguration": "Ce n’est pas une configuration :",
  "import.wholeFile": "Le fichier entier",
  "import.calendar.too-large": "Ce calendrier dépasse 5 Mo. Prenez le calendrier de moins d’années.",
  "import.calendar.not-a-calendar":
    "Ce n’est pas un calendrier (.ics). Téléchargez le calendrier lui-même, et non la page qui l’affiche.",
  "import.calendar.too-many-events":
    "Ce calendrier contient plus de 20 000 événements. Prenez le calendrier de moins d’années.",
  "import.calendar.no-events": "Ce calendrier ne contient aucun événement.",

  "import.schedules": "Mettre les règles dans",
  "import.schedules.add": "Ajouter un horaire",
  "import.schedules.placeholder": "Choisissez un horaire",
  "import.schedules.help":
    "Les jours et les heures du calendrier s’entendent dans le fuseau horaire de ces horaires.",
  "import.schedules.zones":
    "Ces horaires sont dans des fuseaux horaires différents ({zones}). Importez le calendrier une fois par fuseau.",
  "import.schedules.unknownZone": "Le fuseau horaire {zone} est inconnu. Corrigez-le d’abord dans l’horaire.",
  "import.schedules.remove": "Retirer {name}",
  "import.what": "Événements",
  "import.what.closed": "Fermeture",
  "import.what.open": "Ouverture",
  "import.reason": "Motif de la fermeture",
  "import.reason.holiday": "jour férié",

  "import.summary": "Ce qui change",
  "import.added": { one: "{count} nouveau", other: "{count} nouveaux" },
  "import.changed": { one: "{count} modifié", other: "{count} modifiés" },
  "import.same": { one: "{count} inchangé", other: "{count} inchangés" },
  "import.nothing": "Rien à importer. Tout ce que contient ce fichier est déjà à jour.",
  "import.more": { one: "Afficher {count} autre", other: "Afficher {count} autres" },
  "import.questions": {
    one: "{count} élément demande votre attention",
    other: "{count} éléments demandent votre attention",
  },
  "import.notes": { one: "{count} remarque", other: "{count} remarques" },
  "import.line": "ligne {line}",
  "import.take": { one: "Créer {count} brouillon", other: "Créer {count} brouillons" },
  "import.taken": {
    one: "{count} brouillon a été créé à partir du fichier. Vérifiez-le et publiez-le.",
    other: "{count} brouillons ont été créés à partir du fichier. Vérifiez-les et publiez-les.",
  },
  "import.cancel": "Annuler",

  "import.listed.not-an-event": "Non importé : {component} n’est pas un événement.",
  "import.listed.unfinished":
    "Non importé : le fichier s’arrête au milieu. Téléchargez de nouveau le calendrier.",
  "import.listed.start-missing": "Non importé : aucun début lisible.",
  "import.listed.end-before-start": "Non importé : la fin précède le début.",
  "import.listed.no-duration": "Non importé : sans durée, il n’y a rien à fermer ni à ouvrir.",
  "import.listed.cancelled": "Non importé : l’événement est annulé.",
  "import.listed.superseded": "Non importé : le fichier en contient une version plus récente.",
  "import.listed.duplicate": "Non importé de nouveau : le même jour et le même nom existent déjà.",
  "import.listed.rrule-refused":
    "Non importé : la récurrence ne peut pas être conservée ({part} {value}). Ajoutez une règle à la main.",
  "import.listed.exrule-unsupported":
    "Non importé : l’événement se répète sauf selon une autre récurrence ({value}). Ajoutez une règle à la main.",
  "import.listed.zone-unknown":
    "Non importé : rien n’indique ce qu’est le fuseau horaire {zone}. Ajoutez une règle à la main.",
  "import.listed.this-and-future":
    "Non importé : l’événement modifie une série à partir d’un jour. Ajoutez une règle à la main et mettez fin à l’ancienne.",
  "import.listed.line-unreadable": "Importé sans une ligne illisible : {text}",
  "import.listed.summary-missing": "Importé sous sa date, faute de nom.",
  "import.listed.tentative": "Importé, bien que provisoire.",
  "import.listed.exdate-unmatched":
    "Importé ; l’exception {value} tombe à une heure où l’événement ne commence pas et est ignorée.",
  "import.listed.start-added":
    "Importé ; le premier jour, {value}, ne fait pas partie de la récurrence et a été ajouté à part.",
  "import.listed.expanded":
    "Importé comme une liste de jours de {from} à {until}, car aucune récurrence ne dit la même chose dans le fuseau de l’horaire.",
  "import.listed.seconds-dropped": "Importé à la minute près.",
  "import.listed.id-replaced":
    "L’identifiant {was} est inutilisable ou figure deux fois ; l’élément en a un nouveau.",
  "import.listed.name-replaced":
    "Un autre horaire s’appelle {was} ; celui-ci porte donc un autre nom. Renommez ou supprimez l’un des deux.",
  "import.listed.field-unknown": "Le champ {field} est inconnu et est ignoré.",
  "import.listed.time-rewritten": "{field} {was} a été réécrit en {value}.",
  "import.listed.reference-missing": "La règle {rule} n’existe pas et est ignorée.",
  "import.listed.start-date-needed":
    "Quand commence-t-elle ? {part} compte à partir d’une date de début, et il n’y en a pas. La règle ne s’applique pas tant que vous n’en ajoutez pas une.",
  "import.listed.recurrence-counts":
    "{part} compte désormais à partir de la date de début. Le gestionnaire d’horaires de Twilio comptait à partir d’aujourd’hui, ce qui donnait d’autres jours : vérifiez-les.",
  "import.listed.overnight-matches":
    "Les heures qui passent minuit s’appliquent désormais. Le gestionnaire d’horaires de Twilio ne les appliquait jamais.",

  "export.title": "Exporter",
  "export.all": "Tout, dans un fichier",
  "export.all.about":
    "Tous les horaires et toutes les règles en vigueur, sans vos brouillons. Le fichier peut être réimporté ici et a le format du config.json de Twilio.",
  "export.all.download": "Télécharger la configuration",
  "export.calendar": "Un horaire, sous forme de calendrier",
  "export.schedule": "Horaire",
  "export.what": "Contenu",
  "export.what.openings": "Ouvertures",
  "export.what.closures": "Fermetures par des règles et manuelles",
  "export.from": "Du",
  "export.to": "Au",
  "export.calendar.download": "Télécharger le calendrier",
  "export.range": "La fin doit être postérieure au début.",
  "export.nothing.openings": "{name} n’ouvre pas pendant cette période.",
  "export.nothing.closures": "Aucune règle ne ferme {name} pendant cette période.",
  "import.starts": "Quand ces règles commencent-elles ?",
  "import.starts.about":
    "Elles se répètent à plusieurs semaines, mois ou années d’intervalle, à compter d’un jour que le fichier n’indique pas. Sans lui, elles ne s’appliquent pas ; vous pouvez aussi l’ajouter plus tard.",
};
