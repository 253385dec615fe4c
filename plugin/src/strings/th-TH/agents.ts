import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
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
};
