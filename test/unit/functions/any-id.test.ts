import { parseSnapshot } from "@schedule-manager/functions/catalogue/snapshot";

/** Every name on an object's prototype. */
const IDS = Object.getOwnPropertyNames(Object.prototype);

it.each(IDS)("[SC8] a packed schedule with the id %s answers by its rule", (id) => {
  const rule = JSON.stringify({ name: "Always", isOpen: true });
  const schedule = JSON.stringify({ name: "Support", timeZone: "UTC", rules: [id] });
  const packed = parseSnapshot(
    `{"generation":3,"takenAt":"2026-01-05T08:00:00Z","schedules":{"${id}":${schedule}},"rules":{"${id}":${rule}}}`,
  );
  const found = packed?.catalogue.find("Support");
  expect(found).toMatchObject({ schedule: { id, name: "Support" }, outdated: false });
  expect(found !== null && found !== undefined && "rulesById" in found && found.rulesById.get(id)?.name).toBe(
    "Always",
  );
});
