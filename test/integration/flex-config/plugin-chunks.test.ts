/** The plugin's chunks where a deploy stores them. */
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";
import { changesOf, must, type Rehearsal, rehearse } from "./support/rehearsal";
import { version as VERSION } from "../../../plugin/package.json";

jest.setTimeout(240_000);

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

describe("the chunks of the plugin", () => {
  it("[PP3] are public beside the functions before Flex has the script, and stay for ten releases", async () => {
    const { deployed, run, plugin, standIn } = rehearsal;
    must(await run());
    const services = [...deployed.serverless.services.values()];
    const functions = services.find(({ uniqueName }) => uniqueName === "flex-schedule-manager");
    const domain = [...(functions?.environments.values() ?? [])][0]?.domainName;
    const served = async (release: string): Promise<number> =>
      (await fetch(`${standIn.url}/${domain}${CHUNKS_PATH}/${release}/admin.js`)).status;
    expect(await served("first")).toBe(200);
    // PP7, PP8: source maps are not uploaded, licences are.
    const first = `${standIn.url}/${domain}${CHUNKS_PATH}/first`;
    expect(await (await fetch(`${first}/admin.js`)).text()).not.toContain("sourceMappingURL");
    expect(await (await fetch(`${first}/${LICENSES_FILE}`)).text()).toContain("MPL-2.0");
    const healthy = await fetch(`${standIn.url}/${domain}/health`);
    expect(healthy.status).toBe(200);

    const releases = Array.from({ length: 11 }, (_, index) => `release-${index}`);
    for (const [index, release] of releases.entries()) {
      await plugin(`window.scheduleManager = "${release}";`, release);
      const done = must(await run("plugin", "--plugin-version", `2.0.${index}`));
      expect(changesOf(done)[0]).toContain("chunks of the plugin");
    }
    const there = await Promise.all(["first", ...releases].map(served));
    expect(there).toEqual([404, 404, ...Array.from({ length: 10 }, () => 200)]);
    // The functions were not changed, and deploying them keeps the chunks.
    expect(changesOf(must(await run("functions")))).toEqual([]);
    expect(changesOf(must(await run("chunks")))).toEqual([]);
  });

  it("[PP3] a failed upload keeps Flex on its current release", async () => {
    const { deployed, run, plugin, standIn } = rehearsal;
    must(await run());
    await plugin("window.scheduleManager = 2;", "second");
    const fault = standIn.faults.add({
      match: { method: "POST", path: "/Builds" },
      action: { do: "answer", status: 500 },
    });
    expect(await run("plugin", "--plugin-version", "2.0.0")).toMatchObject({ ok: false });
    expect(deployed.plugins.onPage()?.[0]?.version).toBe(VERSION);
    standIn.faults.remove(fault);
    must(await run("plugin", "--plugin-version", "2.0.0"));
    expect(deployed.plugins.onPage()?.[0]?.version).toBe("2.0.0");
  });
});
