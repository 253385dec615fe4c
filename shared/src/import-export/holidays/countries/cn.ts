import { dragonBoat, midAutumn, qingmingDay, springFestival } from "../chinese-calendar";
import { computed, type Country, fixed } from "../define";

/**
 * 全国年节及纪念日放假办法, as in force since 1 January 2025. Working weekends that compensate for longer breaks are
 * announced every year; add them as open rules.
 */
export const cn: Country = {
  code: "cn",
  name: "China",
  timeZone: "Asia/Shanghai",
  openHours: { name: "营业时间", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "元旦", "01-01"),
    computed("spring-festival-eve", "除夕", (year) => springFestival(year) - 1),
    computed("spring-festival-1", "春节 初一", springFestival),
    computed("spring-festival-2", "春节 初二", (year) => springFestival(year) + 1),
    computed("spring-festival-3", "春节 初三", (year) => springFestival(year) + 2),
    computed("qingming", "清明节", qingmingDay),
    fixed("labour-day-1", "劳动节", "05-01"),
    fixed("labour-day-2", "劳动节 第二天", "05-02"),
    computed("dragon-boat", "端午节", dragonBoat),
    computed("mid-autumn", "中秋节", midAutumn),
    fixed("national-day-1", "国庆节", "10-01"),
    fixed("national-day-2", "国庆节 第二天", "10-02"),
    fixed("national-day-3", "国庆节 第三天", "10-03"),
  ],
};
