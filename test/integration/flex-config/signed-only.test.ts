/** The deploy of a check that accepts only calls signed by Twilio. */
import { must, type Rehearsal, rehearse } from "./support/rehearsal";

jest.setTimeout(120_000);

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

const visibilities = (): Record<string, string> => {
  const service = [...rehearsal.deployed.serverless.services.values()].find(
    ({ uniqueName }) => uniqueName !== "default",
  );
  const environment = [...(service?.environments.values() ?? [])][0];
  const build = [...(service?.builds.values() ?? [])].find(
    ({ sid }) => sid === environment?.deployments.at(-1)?.build,
  );
  const functions = (build?.versions ?? []).filter(({ kind }) => kind === "function");
  return Object.fromEntries(functions.map(({ path, visibility }) => [path, visibility]));
};

const OTHERS = {
  "/admin/list": "public",
  "/admin/publish": "public",
  "/admin/release-locks": "public",
  "/sync-token": "public",
  "/health": "public",
};

it("[FN56] SIGNED_ONLY deploys the check and the hours as protected functions at the same paths, and without it as public ones", async () => {
  const { run, values } = rehearsal;
  must(await run("sync", "functions"));
  expect(visibilities()).toEqual({ "/check-schedule": "public", "/hours": "public", ...OTHERS });
  values["SIGNED_ONLY"] = "true";
  must(await run("functions"));
  expect(visibilities()).toEqual({ "/check-schedule": "protected", "/hours": "protected", ...OTHERS });
  values["SIGNED_ONLY"] = "false";
  must(await run("functions"));
  expect(visibilities()).toEqual({ "/check-schedule": "public", "/hours": "public", ...OTHERS });
});
