import { computed, type Country, fixed } from "../define";
import { asalhaBucha, makhaBucha, visakhaBucha } from "../thai-calendar";

/**
 * The cabinet's yearly list of public holidays, with the Buddhist ones computed by the Thai lunar calendar.
 * Excludes the substitute Mondays and special days that the cabinet announces every year.
 */
export const th: Country = {
  code: "th",
  name: "Thailand",
  timeZone: "Asia/Bangkok",
  openHours: { name: "เวลาทำการ", from: "08:30", to: "17:30" },
  holidays: [
    fixed("new-year", "วันขึ้นปีใหม่", "01-01"),
    computed("makha-bucha", "วันมาฆบูชา", makhaBucha),
    fixed("chakri", "วันจักรี", "04-06"),
    fixed("songkran-1", "วันสงกรานต์", "04-13"),
    fixed("songkran-2", "วันสงกรานต์ (วันที่สอง)", "04-14"),
    fixed("songkran-3", "วันสงกรานต์ (วันที่สาม)", "04-15"),
    // Employees in the private sector: Labour Protection Act B.E. 2541, section 29.
    fixed("labour-day", "วันแรงงานแห่งชาติ", "05-01"),
    fixed("coronation", "วันฉัตรมงคล", "05-04"),
    computed("visakha-bucha", "วันวิสาขบูชา", visakhaBucha),
    fixed("queens-birthday", "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี", "06-03"),
    fixed("kings-birthday", "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว", "07-28"),
    computed("asalha-bucha", "วันอาสาฬหบูชา", asalhaBucha),
    computed("buddhist-lent", "วันเข้าพรรษา", (year) => asalhaBucha(year) + 1),
    fixed("mothers-day", "วันแม่แห่งชาติ", "08-12"),
    fixed("king-bhumibol", "วันนวมินทรมหาราช", "10-13"),
    fixed("chulalongkorn", "วันปิยมหาราช", "10-23"),
    fixed("national-day", "วันชาติ", "12-05"),
    fixed("constitution", "วันรัฐธรรมนูญ", "12-10"),
    fixed("new-years-eve", "วันสิ้นปี", "12-31"),
  ],
};
