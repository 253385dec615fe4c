import { environment, type Environment } from "./environment";
import { restPort } from "./rest-port";
import { syncSuite } from "./suite";
import { revisionsSuite } from "./suites/revisions";

jest.setTimeout(120_000);
let env: Environment;
beforeAll(async () => (env = await environment()));
afterAll(() => env.close());

const subject = {
  port: () => restPort(env.rest),
  other: () => restPort(env.rest),
  name: (text: string) => env.name(text),
  pass: (ms: number) => env.pass(ms),
};

syncSuite(subject);
revisionsSuite(subject);

describe("as a backend", () => {
  it("[SY22] permissions do not apply to it", async () => {
    await env.setAcl(true);
    try {
      const map = await subject.port().createMap(env.name("map"));
      await map.put("k", { n: 1 });
      expect((await map.get("k")).data).toEqual({ n: 1 });
    } finally {
      await env.setAcl(false);
    }
  });

  it("[SY22] it appears as system", async () => {
    const name = env.name("map");
    await subject.port().createMap(name);
    expect((await env.rest.syncMaps(name).fetch()).createdBy).toBe("system");
  });
});
