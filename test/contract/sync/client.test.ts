import type { SyncClient } from "twilio-sync";
import { clientPort } from "./client-port";
import { environment, type Environment } from "./environment";
import { restPort } from "./rest-port";
import { syncSuite } from "./suite";
import { eventsSuite } from "./suites/events";
import { permissionsSuite } from "./suites/permissions";

jest.setTimeout(120_000);
let env: Environment;
let ada: SyncClient;
beforeAll(async () => {
  env = await environment();
  ada = env.connect("ada");
});
afterAll(() => env.close());

const subject = {
  port: () => clientPort(ada),
  watcher: () => clientPort(env.connect("watcher")),
  other: () => clientPort(env.connect("other")),
  name: (text: string) => env.name(text),
  pass: (ms: number) => env.pass(ms),
};

syncSuite(subject);
describe("from client to client", () => eventsSuite(subject));
describe("from REST to client", () =>
  eventsSuite({
    ...subject,
    port: () => restPort(env.rest),
    watcher: subject.watcher,
    other: () => restPort(env.rest),
  }));
permissionsSuite({
  name: subject.name,
  backend: () => restPort(env.rest),
  as: (identity) => clientPort(env.connect(identity)),
  permit: (...all) => env.permit(...all),
  setAcl: (enabled) => env.setAcl(enabled),
});
