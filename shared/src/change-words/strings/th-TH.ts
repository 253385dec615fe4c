import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "ชื่อ",
    timeZone: "เขตเวลา",
    manualClose: "การปิดด้วยตนเอง",
    rules: "กฎ",
    queues: "คิว",
    group: "กลุ่ม",
    aliases: "ชื่อเดิม",
    status: "ผลตัดสิน",
    exception: "ข้อยกเว้น",
    when: "เมื่อใด",
  },
  value: {
    yes: "ใช่",
    no: "ไม่ใช่",
    off: "ปิดใช้งาน",
    on: "เปิดใช้งาน",
    onUntil: "เปิดใช้งานจนถึง {when}",
    ownQueue: "คิวที่มีชื่อเดียวกัน",
  },
  change: {
    replaced: "{field}: เดิม {before} ตอนนี้ {after}",
    set: "{field}: {after}",
    cleared: "{field}: เดิม {before} ตอนนี้ไม่มี",
    added: "{field}: เพิ่ม {list}",
    removed: "{field}: นำ {list} ออก",
    moved: "{field}: ย้าย {item} จากลำดับ {before} ไปลำดับ {after}",
    reordered: "{field}: จัดลำดับใหม่",
    rewritten: "{field}: เขียนในรูปแบบอื่น",
  },
  item: {
    scheduleCreated: "ตารางเวลาใหม่",
    scheduleDeleted: "ลบตารางเวลาแล้ว",
    ruleCreated: "กฎใหม่",
    ruleDeleted: "ลบกฎแล้ว",
  },
};
