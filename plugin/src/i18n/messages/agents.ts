import type { Locale } from "@schedule-manager/shared/i18n/locales";
import type { Translated } from "../translated";

const english = {
  "app.title": "Schedule Manager",
  "app.retry": "Try again",
  "app.close": "Close",
  "app.cancel": "Cancel",
  "app.loading": "Loading…",
  "app.notLoaded": "The Schedule Manager couldn’t be loaded",
  "app.notLoaded.hint":
    "Check your connection, then try again. If the problem continues, ask the person who set up the Schedule Manager.",

  "badge.asOf": "as of {time}",
  "badge.unknown": "Opening hours unknown",
  "transfer.heading": "{queue} is closed",
  "transfer.ask": "This queue is outside its opening hours. Do you want to transfer anyway?",
  "transfer.refused": "Transfers to closed queues are turned off.",
  "transfer.instead": { one: "This queue is open now:", other: "These queues are open now:" },
  "transfer.to": "Transfer to {queue}",
  "transfer.anyway": "Transfer anyway",
} as const;

const spanish: AgentMessages = {
  "app.title": "Gestor de horarios",
  "app.retry": "Reintentar",
  "app.close": "Cerrar",
  "app.cancel": "Cancelar",
  "app.loading": "Cargando…",
  "app.notLoaded": "No se ha podido cargar el Gestor de horarios",
  "app.notLoaded.hint":
    "Compruebe su conexión y vuelva a intentarlo. Si el problema continúa, pregunte a quien configuró el Gestor de horarios.",

  "badge.asOf": "actualizado: {time}",
  "badge.unknown": "Horario desconocido",
  "transfer.heading": "{queue}: cerrado",
  "transfer.ask": "Esta cola está fuera de su horario de apertura. ¿Quiere transferir de todos modos?",
  "transfer.refused": "Las transferencias a colas cerradas están desactivadas.",
  "transfer.instead": { one: "Esta cola está abierta ahora:", other: "Estas colas están abiertas ahora:" },
  "transfer.to": "Transferir a {queue}",
  "transfer.anyway": "Transferir de todos modos",
};

/** The agent messages. Every browser loads all languages. */
export type AgentMessages = Translated<typeof english>;

export const agentMessages: Readonly<Record<Locale, AgentMessages>> = {
  "en-US": english,
  "es-ES": spanish,
  "es-MX": {
    ...spanish,
    "app.loading": "Cargando…",
    "app.notLoaded": "No se pudo cargar el Gestor de horarios",
    "app.notLoaded.hint":
      "Verifique su conexión y vuelva a intentarlo. Si el problema continúa, pregunte a quien configuró el Gestor de horarios.",
  },
  "pt-BR": {
    "app.title": "Gerenciador de horários",
    "app.retry": "Tentar novamente",
    "app.close": "Fechar",
    "app.cancel": "Cancelar",
    "app.loading": "Carregando…",
    "app.notLoaded": "Não foi possível carregar o Gerenciador de horários",
    "app.notLoaded.hint":
      "Verifique sua conexão e tente novamente. Se o problema continuar, fale com quem configurou o Gerenciador de horários.",

    "badge.asOf": "atualizado: {time}",
    "badge.unknown": "Horário desconhecido",
    "transfer.heading": "{queue}: fechado",
    "transfer.ask": "Esta fila está fora do horário de funcionamento. Deseja transferir mesmo assim?",
    "transfer.refused": "As transferências para filas fechadas estão desativadas.",
    "transfer.instead": { one: "Esta fila está aberta agora:", other: "Estas filas estão abertas agora:" },
    "transfer.to": "Transferir para {queue}",
    "transfer.anyway": "Transferir mesmo assim",
  },
  "fr-FR": {
    "app.title": "Gestionnaire d’horaires",
    "app.retry": "Réessayer",
    "app.close": "Fermer",
    "app.cancel": "Annuler",
    "app.loading": "Chargement…",
    "app.notLoaded": "Le Gestionnaire d’horaires n’a pas pu être chargé",
    "app.notLoaded.hint":
      "Vérifiez votre connexion, puis réessayez. Si le problème persiste, adressez-vous à la personne qui a installé le Gestionnaire d’horaires.",

    "badge.asOf": "mis à jour : {time}",
    "badge.unknown": "Horaires inconnus",
    "transfer.heading": "{queue} : fermé",
    "transfer.ask":
      "Cette file d’attente est en dehors de ses heures d’ouverture. Voulez-vous quand même transférer ?",
    "transfer.refused": "Les transferts vers des files d’attente fermées sont désactivés.",
    "transfer.instead": {
      one: "Cette file d’attente est ouverte maintenant :",
      other: "Ces files d’attente sont ouvertes maintenant :",
    },
    "transfer.to": "Transférer vers {queue}",
    "transfer.anyway": "Transférer quand même",
  },
  "de-DE": {
    "app.title": "Zeitplan-Manager",
    "app.retry": "Erneut versuchen",
    "app.close": "Schließen",
    "app.cancel": "Abbrechen",
    "app.loading": "Wird geladen …",
    "app.notLoaded": "Der Zeitplan-Manager konnte nicht geladen werden",
    "app.notLoaded.hint":
      "Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Wenn das Problem weiterhin besteht, fragen Sie die Person, die den Zeitplan-Manager eingerichtet hat.",

    "badge.asOf": "Stand {time}",
    "badge.unknown": "Öffnungszeiten unbekannt",
    "transfer.heading": "{queue} ist geschlossen",
    "transfer.ask":
      "Diese Warteschlange ist außerhalb ihrer Öffnungszeiten. Möchten Sie trotzdem weiterleiten?",
    "transfer.refused": "Weiterleitungen an geschlossene Warteschlangen sind ausgeschaltet.",
    "transfer.instead": {
      one: "Diese Warteschlange ist jetzt geöffnet:",
      other: "Diese Warteschlangen sind jetzt geöffnet:",
    },
    "transfer.to": "An {queue} weiterleiten",
    "transfer.anyway": "Trotzdem weiterleiten",
  },
  "th-TH": {
    "app.title": "ตัวจัดการตารางเวลา",
    "app.retry": "ลองอีกครั้ง",
    "app.close": "ปิด",
    "app.cancel": "ยกเลิก",
    "app.loading": "กำลังโหลด…",
    "app.notLoaded": "โหลดตัวจัดการตารางเวลาไม่สำเร็จ",
    "app.notLoaded.hint": "ตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง หากยังไม่ได้ โปรดสอบถามผู้ที่ตั้งค่าตัวจัดการตารางเวลา",

    "badge.asOf": "ข้อมูล ณ {time}",
    "badge.unknown": "ไม่ทราบเวลาทำการ",
    "transfer.heading": "{queue} ปิดอยู่",
    "transfer.ask": "คิวนี้อยู่นอกเวลาทำการ ต้องการโอนต่อไปหรือไม่",
    "transfer.refused": "ปิดใช้งานการโอนไปยังคิวที่ปิดอยู่",
    "transfer.instead": { other: "คิวที่เปิดอยู่ตอนนี้:" },
    "transfer.to": "โอนไปยัง {queue}",
    "transfer.anyway": "โอนต่อไป",
  },
  "zh-Hans": {
    "app.title": "时间表管理",
    "app.retry": "重试",
    "app.close": "关闭",
    "app.cancel": "取消",
    "app.loading": "正在加载…",
    "app.notLoaded": "无法加载时间表管理",
    "app.notLoaded.hint": "请检查网络连接，然后重试。如果问题仍然存在，请联系配置时间表管理的人员。",

    "badge.asOf": "截至 {time}",
    "badge.unknown": "营业时间未知",
    "transfer.heading": "“{queue}”已关闭",
    "transfer.ask": "此队列不在营业时间内。仍要转接吗？",
    "transfer.refused": "已禁止转接到已关闭的队列。",
    "transfer.instead": { other: "以下队列正在营业：" },
    "transfer.to": "转接到“{queue}”",
    "transfer.anyway": "仍然转接",
  },
};
