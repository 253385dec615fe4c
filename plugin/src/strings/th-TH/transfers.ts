export const transfers = {
  "badge.asOf": "ข้อมูล ณ {time}",
  "transfer.heading": "{queue} ปิดอยู่",
  "transfer.ask": "คิวนี้อยู่นอกเวลาทำการ ต้องการโอนสายต่อไปหรือไม่",
  "transfer.refused": "ปิดใช้งานการโอนไปยังคิวที่ปิดอยู่",
  "transfer.instead": { other: "คิวที่เปิดอยู่ตอนนี้:" },
  "transfer.to": "โอนไปยัง {queue}",
  "transfer.anyway": "โอนต่อไป",
};
