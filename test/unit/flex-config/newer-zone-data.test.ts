import { checkZoneData } from "@schedule-manager/flex-config/deploy/newer-zone-data";

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe("newer time zone data", () => {
  it.each([
    ["0.6.7", true],
    ["0.10.0", true],
    ["1.0.0", true],
    ["0.6.6", false],
    ["0.6.5", false],
    ["0.5.99", false],
    ["<html>", false],
  ])("[DP27] npm answers %s to a deploy with 0.6.6: said is %s", async (newest, isSaid) => {
    const check = checkZoneData("0.6.6", () => Promise.resolve(newest));
    await settled();
    const said = check.result();
    if (isSaid) expect(said).toContain(`moment-timezone@${newest}`);
    else expect(said).toBeNull();
  });

  it("[DP27] an answer that does not come, or an error, is no news, and the question ends", async () => {
    let signal: AbortSignal | undefined;
    const silent = checkZoneData("0.6.6", (given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    const failed = checkZoneData("0.6.6", () => Promise.reject(new Error("ENOTFOUND")));
    await settled();
    expect([silent.result(), failed.result()]).toEqual([null, null]);
    expect(signal?.aborted).toBe(true);
  });
});
