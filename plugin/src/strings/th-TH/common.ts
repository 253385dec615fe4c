import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "เวลาทำการสำหรับโฟลว์และเอเจนต์ของคุณ",
  "app.readOnly": "คุณดูตารางเวลาได้ แต่เปลี่ยนแปลงไม่ได้",
  "app.tabs": "ตารางเวลาและกฎ",
  "app.tab.schedules": "ตารางเวลา",
  "app.tab.rules": "กฎ",

  "sign.error": "(ข้อผิดพลาด)",
  "sign.warning": "(คำเตือน)",
  "sign.information": "(ข้อมูล)",

  "person.setUp": "การตั้งค่าเริ่มต้น",
  "person.deploy": "การปรับใช้",

  "connection.live": "เรียลไทม์",
  "connection.connecting": "กำลังเชื่อมต่อ…",
  "connection.interrupted": "กำลังเชื่อมต่อใหม่…",
  "connection.failed": "ไม่ได้เชื่อมต่อ",
  "connection.asOf": "ข้อมูลที่แสดงเป็นของ {time} และจะอัปเดตทันทีที่เชื่อมต่อได้อีกครั้ง",
  "connection.network": "ขาดการเชื่อมต่อกับ Twilio กำลังลองใหม่…",
  "connection.unreachable": "ฟังก์ชันของตัวจัดการตารางเวลาไม่ตอบสนอง กำลังลองใหม่…",
  "connection.denied": "Twilio Sync ปฏิเสธโทเค็นการเข้าถึง กำลังลองใหม่ด้วยโทเค็นใหม่…",
  "connection.notSetUp": "ยังไม่ได้ตั้งค่า Twilio Sync สำหรับตัวจัดการตารางเวลา โปรดเรียกใช้การตั้งค่าแล้วลองอีกครั้ง",
  "connection.busy": "Twilio Sync ไม่ว่าง กำลังลองใหม่…",
  "connection.notAllowed": "บทบาท Flex ของคุณเปิดตัวจัดการตารางเวลาไม่ได้ โปรดติดต่อผู้ดูแลระบบ",
  "connection.tokenInvalid": "เซสชัน Flex ของคุณสิ้นสุดแล้ว โปรดโหลดหน้าใหม่และเข้าสู่ระบบอีกครั้ง",
  "connection.unsupported": "ตัวจัดการตารางเวลาเวอร์ชันนี้เชื่อมต่อไม่ได้แล้ว โปรดโหลดหน้าใหม่",
  "connection.internal": "เกิดข้อผิดพลาด กำลังลองใหม่…",
};
