/** Builds on the stand-in: refusals documented by Twilio. */
import { restClient } from "@schedule-manager/flex-config/deploy/twilio/rest-client";
import { type DeployParts, mountDeploy } from "../../stand-in/deploy/mount";
import { ACCOUNT_SID, AUTH_TOKEN } from "../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../stand-in/server";

let standIn: StandIn;
let deployed: DeployParts;
beforeEach(async () => {
  standIn = await startStandIn({ port: 0, limits: false });
  deployed = mountDeploy(standIn.router, { now: Date.now, url: () => standIn.url });
  deployed.serverless.buildTime = 0;
});
afterEach(async () => {
  await deployed.stop();
  await standIn.stop();
});

const CALLBACK = "exports.handler = (context, event, callback) => callback(null, 1);";
const ASYNC = "exports.handler = async (context, event, callback) => callback(null, 1);";

async function build(
  code: string,
  runtime: string | undefined,
  handler: string | undefined,
): Promise<string> {
  const client = restClient(ACCOUNT_SID, AUTH_TOKEN, standIn.url);
  const { serverless } = deployed;
  const service = serverless.createService({
    uniqueName: "any",
    friendlyName: "any",
    includeCredentials: true,
    uiEditable: false,
  });
  const resource = serverless.createResource(service, "function", "/any");
  const { sid } = serverless.upload(service, resource, "/any", "public", Buffer.from(code));
  const dependencies = handler === undefined ? [] : [{ name: "@twilio/runtime-handler", version: handler }];
  const builds = client.serverless.v1.services(service.sid).builds;
  const made = await builds.create({
    functionVersions: [sid],
    dependencies: JSON.stringify(dependencies),
    ...(runtime === undefined ? {} : { runtime }),
  });
  return `${(await builds(made.sid).fetch()).runtime} ${(await builds(made.sid).buildStatus().fetch()).status}`;
}

describe("a build on the stand-in", () => {
  it.each(["node18", "node20", "node16", "deno"])("[DP23] on %s is refused", async (runtime) => {
    await expect(build(CALLBACK, runtime, "2.1.2")).rejects.toMatchObject({ status: 400, code: 82007 });
  });

  it.each([
    ["with the default handler and a callback", CALLBACK, undefined, undefined, "node22 completed"],
    ["on Node.js 24 with handler 2.1.2", ASYNC, "node24", "2.1.2", "node24 completed"],
    ["on Node.js 24 with a handler that is upgraded", ASYNC, "node24", "2.0.1", "node24 completed"],
    ["on Node.js 24 with an older handler", CALLBACK, "node24", "1.1.3", "node24 failed"],
    ["of an async function with handler 2.1.2", ASYNC, "node22", "2.1.2", "node22 completed"],
    ["of an async function with handler 2.0.1", ASYNC, "node22", "2.0.1", "node22 failed"],
    ["of an async function with the default handler", ASYNC, "node22", undefined, "node22 failed"],
    ["with a handler that only npm has", CALLBACK, "node22", "2.1.0", "node22 failed"],
  ])("[DP23] %s ends as Twilio documents", async (_what, code, runtime, handler, end) => {
    expect(await build(code, runtime, handler)).toBe(end);
  });
});
