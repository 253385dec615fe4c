import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "ไม่ได้เผยแพร่ {names} {why}",
  "publish.failed.publish-in-progress": "กำลังมีการเผยแพร่ตารางเวลาอื่นอยู่ โปรดลองอีกครั้งในอีกสักครู่",
  "publish.failed.publish-conflict": "มีผู้อื่นอัปเดตตารางเวลาแล้ว จึงเผยแพร่ไม่ได้ โปรดโหลดใหม่แล้วลองอีกครั้ง",
  "publish.failed.publish-stale-version": "มีผู้อื่นอัปเดตตารางเวลาแล้ว จึงเผยแพร่ไม่ได้ โปรดโหลดใหม่แล้วลองอีกครั้ง",
  "publish.failed.publish-interrupted": "การเผยแพร่ถูกขัดจังหวะ โปรดลองอีกครั้ง",
  "publish.failed.name-taken": "ตารางเวลาอื่นใช้ชื่อนี้แล้ว โปรดเลือกชื่ออื่น",
  "publish.failed.alias-taken": "ตารางเวลาอื่นใช้ชื่อเดิมชื่อหนึ่งอยู่แล้ว โปรดนำออก",
  "publish.failed.queue-taken": "มีคิวที่เป็นของตารางเวลาอื่นอยู่แล้ว โปรดนำออกจากตารางเวลาใดตารางเวลาหนึ่ง",
  "publish.failed.rule-in-use": "ยังมีตารางเวลาใช้กฎนี้อยู่ โปรดนำออกจากที่นั่นก่อน",
  "publish.failed.rule-missing": "มีกฎถูกลบไปในระหว่างนี้ โปรดนำออกจากตารางเวลา",
  "publish.failed.item-too-large": "มีขนาดใหญ่เกินไปสำหรับ Twilio Sync (16 KB) โปรดแบ่งออก",
  "publish.failed.item-invalid": "มีบางอย่างไม่ถูกต้อง โปรดแก้ไขแล้วเผยแพร่อีกครั้ง",
  "publish.failed.request-too-large": "มากเกินไปสำหรับการเผยแพร่ครั้งเดียว โปรดเผยแพร่ครั้งละน้อยลง",
  "publish.failed.sync-busy": "Twilio Sync ไม่ว่าง โปรดลองอีกครั้งในอีกสักครู่",
  "publish.failed.sync-unreachable": "Twilio Sync ไม่ตอบสนอง โปรดลองอีกครั้งในอีกสักครู่",
  "publish.failed.not-allowed": "บทบาท Flex ของคุณเปลี่ยนตารางเวลาไม่ได้ โปรดติดต่อผู้ดูแลระบบ",
  "publish.failed.token": "เซสชัน Flex ของคุณสิ้นสุดแล้ว โปรดโหลดหน้าใหม่และเข้าสู่ระบบอีกครั้ง",
  "publish.failed.not-set-up": "ยังไม่ได้ตั้งค่า Twilio Sync สำหรับตัวจัดการตารางเวลา โปรดเรียกใช้การตั้งค่า",
  "publish.failed.unreachable": "ฟังก์ชันของตัวจัดการตารางเวลาไม่ตอบสนอง โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง",
  "publish.failed.other": "เกิดข้อผิดพลาด ({code}) โปรดลองอีกครั้ง",
};
