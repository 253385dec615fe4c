import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { machineClock } from "./support/clock";
import { startInstance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { PublisherOptions } from "./support/publisher";
import type { Built } from "./support/runtime";
import { startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(300_000);

let built: Built;
beforeAll(async () => {
  built = await buildInto();
  await bundlePublisher(join(built.folder, PUBLISHER));
});
afterAll(() => built?.remove());

const PUBLISHER = "publisher.cjs";
const ROOT = resolve(__dirname, "../../..");
const before = { name: "Example", timeZone: "America/Chicago", manualClose: false, rules: ["always-1"] };
const after = { ...before, manualClose: true, rules: ["late-1"] };
const late = { name: "Late", isOpen: true };
const PUBLISH = {
  id: "publish-killed",
  changes: [
    { kind: "schedule", id: "example-1", base: { revision: "0", value: before }, value: after },
    { kind: "rule", id: "late-1", base: null, value: late },
  ],
};
const event = { Token: "flex-token-ada", publish: JSON.stringify(PUBLISH) };

interface Outcome {
  readonly killed: boolean;
  readonly requests: number;
}

/** The publisher as one script, which starts faster than its sources. */
async function bundlePublisher(outfile: string): Promise<void> {
  const folder = join(__dirname, "support");
  await build({
    entryPoints: [join(folder, "publisher.ts")],
    outfile,
    bundle: true,
    platform: "node",
    packages: "external",
    define: { __dirname: JSON.stringify(folder) },
  });
}

/** Publishes in a separate process, which is killed after this many requests. */
function publishKilled({ standIn }: World, killAfter: number): Promise<Outcome> {
  const options: PublisherOptions = { folder: built.folder, twilioUrl: standIn.url, event, killAfter };
  const args = [join(built.folder, PUBLISHER), JSON.stringify(options)];
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
      if (error?.signal === "SIGKILL") done({ killed: true, requests: killAfter });
      else if (error !== null) failed(new Error(stderr));
      else done({ killed: false, ...(JSON.parse(stdout) as { requests: number }) });
    });
  });
}

const lockOf = async ({ client }: World) =>
  (await client.sync.v1.services(SYNC_SERVICE_SID).documents("head").fetch()).data as CatalogueHead;

const call = ({ standIn }: World, name: string, more: object) =>
  startInstance({ folder: built.folder, name, twilioUrl: standIn.url }).call({
    Token: "flex-token-bo",
    ...more,
  });

const other = {
  id: "publish-other",
  changes: [{ kind: "rule", id: "other-1", base: null, value: { name: "Other", isOpen: true } }],
};
const NEXT: readonly ((world: World) => Promise<{ status: number }>)[] = [
  (world) => call(world, "admin/publish", { publish: JSON.stringify(other) }),
  (world) => call(world, "admin/publish", event),
  (world) => call(world, "admin/list", {}),
];

describe("a publisher whose process is killed", () => {
  it("[PB18] at every request: the next publish, a repeat or an admin view finishes or clears it", async () => {
    const world = await startWorld(undefined, false);
    const { requests } = await publishKilled(world, 1_000_000);
    await world.standIn.stop();
    expect(requests).toBeGreaterThan(30);
    // The reads of 16 maps change nothing; the first and the last represent them.
    const steps = Array.from({ length: requests }, (_, step) => step).filter(
      (step) => step <= 2 || step >= 17,
    );
    const ends = new Set<string>();
    for (const step of steps) {
      let now = Date.now();
      const w = await startWorld(undefined, false, { ...machineClock, now: () => now });
      try {
        expect(await publishKilled(w, step)).toMatchObject({ killed: true });
        now += 16_000;
        const status = (await NEXT[step % NEXT.length]?.(w))?.status;
        expect({ step, status }).toEqual({ step, status: 200 });
        const { publish, recent } = await lockOf(w);
        const done = recent.some(({ id }) => id === PUBLISH.id);
        ends.add(done ? "finished" : "cleared");
        expect({ step, publish, schedule: await w.item("schedule", "example-1") }).toEqual({
          step,
          publish: null,
          schedule: done ? after : before,
        });
        const rule: unknown = await w.item("rule", "late-1").catch(() => null);
        expect({ step, rule }).toEqual({ step, rule: done ? late : null });
      } finally {
        await w.standIn.stop();
      }
    }
    expect(ends).toEqual(new Set(["finished", "cleared"]));
  });

  it("[PB18] excludes others for 15 s by Sync's dates", async () => {
    let now = Math.floor(Date.now() / 1000) * 1000;
    const world = await startWorld(undefined, false, { ...machineClock, now: () => now });
    await publishKilled(world, 26);
    const next = async () => (await NEXT[0]?.(world))?.status;
    now += 14_000;
    expect(await next()).toBe(409);
    now += 1000;
    expect(await next()).toBe(200);
    await world.standIn.stop();
  });
});
