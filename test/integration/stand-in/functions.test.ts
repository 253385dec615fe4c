import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks";
import openApi from "../../../functions/openapi.json";
import { CACHE } from "../../stand-in/cache";
import { AUTH_TOKEN } from "../../stand-in/dev-account";
import { startFunctions, type FunctionsRuntime } from "../../stand-in/functions-runtime";

jest.setTimeout(90_000);
const FUNCTION_MS = 1_500;
const echo = 'exports.handler = (_context, event, callback) => callback(null, { a: event.a ?? "none" });';
const FILES: Readonly<Record<string, string>> = {
  "functions/open.js": echo,
  "functions/deep/signed.protected.js": echo,
  "functions/library.private.js": echo,
  "functions/silent.js": "exports.handler = () => undefined;",
  "functions/busy.js": `exports.handler = (_context, _event, callback) => {
    for (const end = Date.now() + ${2 * FUNCTION_MS}; Date.now() < end; );
    callback(null, {});
  };`,
  "assets/shown.txt": "shown",
  "assets/signed.protected.txt": "signed",
  "assets/library.private.txt": "library",
  "package.json": '{ "type": "commonjs" }',
};

let folder: string;
let runtime: FunctionsRuntime;
beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  folder = await mkdtemp(join(CACHE, "functions-test-"));
  for (const name of ["functions/deep", "assets"]) await mkdir(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  runtime = await startFunctions({
    folder,
    port: 0,
    twilioUrl: "http://127.0.0.1:1",
    functionMs: FUNCTION_MS,
  });
});
afterAll(async () => {
  await runtime.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(path: string, signature?: string, init: RequestInit = {}) {
  const headers = {
    ...init.headers,
    ...(signature === undefined ? {} : { "x-twilio-signature": signature }),
  };
  const response = await fetch(runtime.url + path, { ...init, headers });
  return { status: response.status, text: await response.text() };
}
const sign = (path: string, fields: Record<string, string | string[]> = {}, token = AUTH_TOKEN): string =>
  getExpectedTwilioSignature(token, runtime.url + path, fields);

describe("functions as Twilio serves them", () => {
  it("[ST44] list at their own address what the OpenAPI document describes", async () => {
    const { status, text } = await call("/");
    expect(status).toBe(200);
    expect(text).toContain('href="/check-schedule?name=Example"');
    for (const path of Object.keys(openApi.paths)) expect(text).toContain(path);
  });

  it("[ST40] public ones are accessible to everybody, private ones to nobody", async () => {
    expect(await call("/open?a=1")).toEqual({ status: 200, text: '{"a":"1"}' });
    expect((await call("/shown.txt")).text).toBe("shown");
    for (const path of ["/library", "/library.txt"]) {
      expect((await call(path, sign(path))).status).toBe(404);
    }
  });

  it.each([
    "/deep/signed?a=1",
    "/deep/signed?a=%45xample",
    "/deep/signed?a=1&",
    "/signed.txt",
    "/deep%2Fsigned",
  ])("[ST40] %s, which is protected, requires a valid signature", async (path) => {
    const wrong = [undefined, "", "nonsense", sign(`${path}&b=2`), sign(path, {}, "0".repeat(32))];
    for (const signature of wrong) expect((await call(path, signature)).status).toBe(400);
    if (!path.includes("%2F")) expect((await call(path, sign(path))).status).toBe(200);
  });

  it.each(["PUT", "DELETE", "PATCH", "HEAD"])(
    "[ST42] a function accepts GET, POST and OPTIONS: %s is refused before it runs",
    async (method) => {
      for (const path of ["/open", "/deep/signed"]) {
        expect((await call(path, undefined, { method })).status).toBe(405);
      }
      expect((await call("/library", undefined, { method })).status).toBe(404);
    },
  );

  it("[ST42] GET, POST and OPTIONS reach a function, and HEAD an asset", async () => {
    for (const [path, method] of [
      ["/open", "GET"],
      ["/open", "POST"],
      ["/open", "OPTIONS"],
      ["/shown.txt", "HEAD"],
    ] as const) {
      // OPTIONS may be answered without a body.
      expect([200, 204]).toContain((await call(path, undefined, { method })).status);
    }
  });

  it("[ST40] the signature covers a form's fields, including repeated ones, and the hash of any other body", async () => {
    const form = new URLSearchParams([
      ["a", "ż ó"],
      ["b", "2"],
      ["b", "1"],
    ]);
    const post = { method: "POST", body: form };
    const signature = sign("/deep/signed", { a: "ż ó", b: ["2", "1"] });
    expect(await call("/deep/signed", signature, post)).toEqual({ status: 200, text: '{"a":"ż ó"}' });
    form.set("a", "other");
    expect((await call("/deep/signed", signature, post)).status).toBe(400);

    const body = JSON.stringify({ a: "json" });
    const json = { method: "POST", headers: { "content-type": "application/json" }, body };
    const hashed = `/deep/signed?bodySHA256=${createHash("sha256").update(body).digest("hex")}`;
    expect(await call(hashed, sign(hashed), json)).toEqual({ status: 200, text: '{"a":"json"}' });
    expect((await call(hashed, sign(hashed), { ...json, body: "{}" })).status).toBe(400);
  });

  it("[ST41] a function that does not answer in time is a 504, whether it waits or computes", async () => {
    expect((await call("/silent")).status).toBe(504);
    expect((await call("/busy")).status).toBe(504);
    await new Promise((resolve) => setTimeout(resolve, 2 * FUNCTION_MS));
    expect((await call("/open")).status).toBe(200);
  });
});
