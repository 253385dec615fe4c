import type { StoredRule } from "@schedule-manager/shared/model/model";
import { newKeys, rekeyed } from "@schedule-manager/plugin/drafts/provisional-keys";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";

const draft = (id: string, value: StoredRule): Draft => ({ kind: "rule", id, base: null, value, edited: 1 });

describe("keys of new rules", () => {
  it("[EV9] references between new rules follow their final keys", () => {
    const christmas = draft("new:1", { name: "Christmas", isOpen: false });
    const eve = draft("new:2", {
      name: "Eve",
      isOpen: true,
      relativeTo: {
        rules: ["new:1"],
        days: -1,
        workingDays: { weekdays: ["MO"], except: ["new:1", "live"] },
      },
    });
    let serial = 0;
    const keys = newKeys(
      [christmas, eve],
      () => `00000${(serial += 1)}`,
      () => false,
    );
    const key = rekeyed(christmas, keys).id;
    expect(key).not.toBe("new:1");
    expect(rekeyed(eve, keys).value).toEqual({
      ...eve.value,
      relativeTo: {
        rules: [key],
        days: -1,
        workingDays: { weekdays: ["MO"], except: [key, "live"] },
      },
    });
    const settled = draft("a", { name: "A", isOpen: true, relativeTo: { rules: ["live"], days: 1 } });
    expect(rekeyed(settled, keys)).toBe(settled);
  });
});
