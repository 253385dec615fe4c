/** The release of the plugin beside those of other teams. */
import { releaseOther } from "./support/other-plugin";
import { must, type Rehearsal, rehearse } from "./support/rehearsal";

jest.setTimeout(240_000);

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

const OTHER = "plugin-other";
const OURS = "plugin-flex-schedule-manager";
const released = (): readonly string[] =>
  (rehearsal.deployed.plugins.onPage() ?? []).map(({ name }) => name).sort();
const releases = (): number => rehearsal.deployed.plugins.releases.length;

describe("a release of the plugin", () => {
  it("[DP20] another team's plugin is kept by a deploy, a new version and a removal", async () => {
    const { client, plugin, run } = rehearsal;
    releaseOther(rehearsal.deployed.plugins);
    must(await run("plugin"));
    expect(released()).toEqual([OURS, OTHER]);
    await plugin("window.scheduleManager = 2;");
    must(await run("plugin", "--plugin-version", "0.2.0"));
    expect(released()).toEqual([OURS, OTHER]);
    must(await run("remove"));
    expect(released()).toEqual([OTHER]);
    // Flex names the active release like this.
    await expect(client.flexApi.v1.pluginReleases("active").fetch()).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    ["the active release is not found", "PluginService/Releases/Active", 404],
    ["its configuration is not found", "PluginService/Configurations/FJ", 404],
    ["its configuration can't be read", "PluginService/Configurations/FJ", 500],
  ])("[DP21] a release is refused when %s, and changes nothing", async (_what, path, status) => {
    const { run, standIn } = rehearsal;
    releaseOther(rehearsal.deployed.plugins);
    const before = releases();
    standIn.faults.add({ match: { method: "GET", path }, action: { do: "answer", status, code: 20404 } });
    expect((await run("plugin")).error).toMatchObject({
      code: "release-unreadable",
      message: expect.stringContaining("drop other plugins") as string,
    });
    expect([releases(), released()]).toEqual([before, [OTHER]]);
    standIn.faults.clear();
    must(await run("plugin"));
    expect(released()).toEqual([OURS, OTHER]);
    standIn.faults.add({ match: { method: "GET", path }, action: { do: "answer", status, code: 20404 } });
    expect((await run("remove")).error?.code).toBe("release-unreadable");
    standIn.faults.clear();
    expect(released()).toEqual([OURS, OTHER]);
  });

  it("[DP21] a plugin released by another team at the same time is included", async () => {
    const { deployed, run } = rehearsal;
    const { configurations } = deployed.plugins;
    const push = configurations.push.bind(configurations);
    let theirs = false;
    configurations.push = (...added) => {
      const length = push(...added);
      if (!theirs) {
        theirs = true;
        releaseOther(deployed.plugins);
      }
      return length;
    };
    must(await run("plugin"));
    expect(released()).toEqual([OURS, OTHER]);
  });
});
