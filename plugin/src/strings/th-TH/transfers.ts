import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
  "badge.asOf": "ข้อมูล ณ {time}",
  "transfer.heading": "{queue} ปิดอยู่",
  "transfer.ask": "คิวนี้อยู่นอกเวลาทำการ ต้องการโอนสายต่อไปหรือไม่",
  "transfer.refused": "ปิดใช้งานการโอนไปยังคิวที่ปิดอยู่",
  "transfer.instead": { other: "คิวที่เปิดอยู่ตอนนี้:" },
  "transfer.to": "โอนไปยัง {queue}",
  "transfer.anyway": "โอนต่อไป",
};
