import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "ชื่อ",
  "schedule.name.help": "โฟลว์จะถามด้วยชื่อนี้ หากเปลี่ยนชื่อตารางเวลา ให้เก็บชื่อเก่าไว้ด้านล่างเป็นชื่อเดิม",
  "schedule.zone": "เขตเวลา",
  "schedule.zone.now": "เวลาที่นั่นตอนนี้คือ {time}",
  "schedule.zone.placeholder": "เมือง ภูมิภาค หรือตัวย่อ",
  "schedule.zone.missing": "โปรดเลือกเขตเวลา",

  "schedule.close": "การปิดด้วยตนเอง",
  "schedule.close.label": "ปิดด้วยตนเอง",
  "schedule.close.help": "มีผลเหนือกฎทุกข้อจนกว่าคุณจะเปิดตารางเวลาอีกครั้ง",
  "schedule.close.until": "เปิดอีกครั้งโดยอัตโนมัติ",
  "schedule.close.date": "วันที่",
  "schedule.close.time": "เวลา",
  "schedule.close.ends": "สิ้นสุด {when} หลังจากนั้นกฎจะเป็นตัวตัดสินอีกครั้ง",
  "schedule.close.ended": "การปิดด้วยตนเองสิ้นสุดแล้ว ({when})",
  "schedule.close.half": "โปรดเลือกวันที่และเวลา",

  "schedule.rules": "กฎ",
  "schedule.rules.about":
    "ข้อยกเว้นมีผลก่อน ตามด้วยกฎปิด แล้วจึงเป็นกฎเปิด หากไม่มีกฎใดมีผล ตารางเวลาจะปิด หากมีหลายข้อที่มีผล ระบบจะระบุข้อที่อยู่บนสุด",
  "schedule.rules.none": "ยังไม่มีกฎ: ตารางเวลาปิดตลอดเวลา",
  "schedule.rules.add": "เพิ่มกฎ",
  "schedule.rules.add.placeholder": "ค้นหากฎ",
  "schedule.rules.create": "สร้างกฎ",
  "schedule.rules.list": "กฎตามลำดับ",
  "schedule.rule.missing": "กฎที่ถูกลบ",
  "schedule.rule.edit": "แก้ไข {name}",
  "schedule.rule.up": "เลื่อน {name} ขึ้น",
  "schedule.rule.down": "เลื่อน {name} ลง",
  "schedule.rule.remove": "นำ {name} ออกจากตารางเวลานี้",
  "schedule.rule.drag": "ย้าย {name}: ลากหรือกดปุ่มลูกศร",
  "schedule.rule.moved": "ตอนนี้ {name} อยู่ลำดับที่ {place} จาก {count}",
  "schedule.rule.removed": "นำ {name} ออกแล้ว",
  "schedule.rule.unnamed": "กฎที่ไม่มีชื่อ",
  "schedule.rule.findings": { other: "อีก {count} ข้อสังเกต" },

  "schedule.more": "ชื่อและคิว",
  "schedule.aliases": "ชื่อเดิม",
  "schedule.aliases.help": "ชื่อเหล่านี้ยังใช้ได้ โฟลว์ที่ยังใช้ชื่อเหล่านี้จึงทำงานต่อไปได้",
  "schedule.queues": "คิว",
  "schedule.queues.help":
    "ชื่อหรือ SID ของคิวที่ใช้ตารางเวลานี้ เอเจนต์จะเห็นสถานะในหน้าต่างโอนสาย หากไม่ระบุ จะใช้กับคิวชื่อ {name}",
  "schedule.group": "กลุ่ม",
  "schedule.group.help": "ตารางเวลาในกลุ่มเดียวกันใช้แทนกันได้: เมื่อรายการหนึ่งปิด เอเจนต์จะเห็นรายการอื่นที่เปิดอยู่",
  "list.add": "เพิ่ม",
  "list.remove": "นำ {item} ออก",

  "edit.problem.name-missing": "โปรดตั้งชื่อตารางเวลา",
  "edit.problem.character-refused": "โปรดลบอักขระ {character} ออก เพราะมองไม่เห็นในชื่อ",
  "edit.problem.nothing-visible": "โปรดป้อนอักขระที่มองเห็นได้อย่างน้อยหนึ่งตัว",
  "edit.problem.name-taken": "ตารางเวลาอื่นใช้ชื่อนี้อยู่ หรือเคยใช้เป็นชื่อเดิม โปรดเลือกชื่ออื่น",
  "edit.problem.alias-taken": "ตารางเวลาอื่นใช้ “{item}” อยู่แล้ว โปรดนำออกจากที่นี่หรือที่นั่น",
  "edit.problem.queue-taken": "คิว “{item}” เป็นของตารางเวลาอื่นอยู่แล้ว โปรดนำออกจากที่นี่หรือที่นั่น",
};
