import { remembered } from "../../../../plugin/src/services/remembered";

describe("a remembered answer", () => {
  it("[ED19] is asked for once within its time, and again after it or after a failure", async () => {
    let asked = 0;
    let now = 0;
    let fails = false;
    const ask = remembered(
      () => {
        asked += 1;
        return fails ? Promise.reject(new Error("busy")) : Promise.resolve(asked);
      },
      100,
      () => now,
    );
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    now = 100;
    expect(await ask()).toBe(2);
    now = 200;
    fails = true;
    await expect(ask()).rejects.toThrow("busy");
    fails = false;
    expect(await ask()).toBe(4);
  });

  it("[ED19] a late failure of an earlier question does not forget the answer to a later one", async () => {
    const fails: (() => void)[] = [];
    let now = 0;
    let asked = 0;
    const ask = remembered(
      () => {
        asked += 1;
        return asked === 1
          ? new Promise<number>((_, reject) => fails.push(() => void reject(new Error("busy"))))
          : Promise.resolve(asked);
      },
      100,
      () => now,
    );
    const first = ask();
    now = 100;
    expect(await ask()).toBe(2);
    fails[0]?.();
    await expect(first).rejects.toThrow("busy");
    now = 199;
    expect(await ask()).toBe(2);
  });
});
