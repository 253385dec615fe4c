import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serverDate } from "@schedule-manager/plugin/functions/server-date";

let server: Server;
let headers: Record<string, string> = {};
let url = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    response.sendDate = false;
    response.writeHead(request.method === "HEAD" ? 200 : 500, headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

const DATE = "Mon, 02 Mar 2026 16:00:00 GMT";
const AT = Date.parse(DATE);

describe("a server's date", () => {
  it.each<[string, Record<string, string>, number | null]>([
    ["is taken from the head of its answer", { date: DATE }, AT],
    ["is older where a cache answered", { date: DATE, age: "90" }, AT + 90_000],
    ["may be missing", {}, null],
    ["may be nonsense", { date: "yesterday" }, null],
    ["with a nonsensical age is none", { date: DATE, age: "old" }, null],
  ])("[RT5] %s", async (_, given, expected) => {
    headers = given;
    expect((await serverDate(url))?.now ?? null).toBe(expected);
  });

  it("[RT5] of a server that does not answer is none", async () => {
    expect(await serverDate("http://127.0.0.1:1/")).toBeNull();
  });
});
