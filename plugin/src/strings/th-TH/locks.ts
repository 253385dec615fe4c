import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} กำลังแก้ไขรายการนี้ตั้งแต่ {time}",
  "lock.other.help": "คุณดูได้ หากคุณรับช่วงต่อ {name} จะได้รับแจ้ง และการเปลี่ยนแปลงที่ยังไม่เผยแพร่จะถูกเก็บเป็นฉบับร่าง",
  "lock.takeOver": "รับช่วงต่อ",
  "lock.tab": "คุณกำลังแก้ไขรายการนี้ในแท็บอื่นตั้งแต่ {time}",
  "lock.tab.help": "ทั้งสองแท็บใช้ฉบับร่างเดียวกัน หากคุณแก้ไขที่นี่ อีกแท็บจะดูได้อย่างเดียว",
  "lock.tab.here": "แก้ไขที่นี่",
  "lock.taken": "{name} รับช่วงต่อเมื่อ {time}",
  "lock.taken.draft": "การเปลี่ยนแปลงที่ยังไม่เผยแพร่ของคุณเก็บไว้เป็นฉบับร่าง และคุณยังเผยแพร่ได้",
  "lock.taken.help": "คุณดูได้ และรับช่วงกลับคืนได้",
  "lock.taken.back": "รับช่วงกลับคืน",
  "lock.failed": "รับช่วงต่อไม่ได้ในขณะนี้ โปรดลองอีกครั้งในอีกสักครู่",
  "lock.told": "{name} รับช่วงแก้ไข “{item}” แล้ว",
  "lock.told.draft": "{name} รับช่วงแก้ไข “{item}” แล้ว การเปลี่ยนแปลงที่ยังไม่เผยแพร่ของคุณเก็บไว้เป็นฉบับร่าง",
  "lock.mark": "{name} ตั้งแต่ {time}",
  "lock.mark.tab": "คุณ ในแท็บอื่น",
  "lock.mark.label": "{name} กำลังแก้ไขรายการนี้ตั้งแต่ {time}",
};
