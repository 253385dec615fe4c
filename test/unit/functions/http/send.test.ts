import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type ClientRequest, createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type HttpRequest, send } from "@schedule-manager/functions/http/send";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function asked(listener: RequestListener, more: Partial<HttpRequest> = {}) {
  const begun = createServer(listener);
  server = begun;
  await new Promise<void>((done) => begun.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(begun.address() as AddressInfo).port}/a?b=c`;
  return send({ method: "GET", url, user: "SK1", password: "s:ecret", timeout: 20_000, ...more });
}

describe("an HTTP exchange", () => {
  it("[FN34] sends the method, the address, the credentials and the headers, and gives the whole answer", async () => {
    const seen: unknown[] = [];
    const answer = await asked(
      (request, response) => {
        const { method, url, headers } = request;
        let body = "";
        request.setEncoding("utf8").on("data", (part: string) => (body += part));
        request.on("end", () => {
          seen.push(
            method,
            url,
            headers.authorization,
            headers.accept,
            headers["if-match"],
            headers["content-length"],
            body,
          );
          response.writeHead(201, { "retry-after": "3" });
          response.write("é".slice(0, 1));
          response.end("…");
        });
      },
      { method: "POST", headers: { "If-Match": "7" }, body: "a=é" },
    );
    const basic = `Basic ${Buffer.from("SK1:s:ecret").toString("base64")}`;
    expect(seen).toEqual(["POST", "/a?b=c", basic, "application/json", "7", "4", "a=é"]);
    expect(answer).toMatchObject({ status: 201, body: "é…", headers: { "retry-after": "3" } });
  });

  it("[FN34] a character split between two chunks arrives whole", async () => {
    const bytes = Buffer.from("東京");
    const answer = await asked((_, response) => {
      response.write(bytes.subarray(0, 2));
      setImmediate(() => response.end(bytes.subarray(2)));
    });
    expect(answer.body).toBe("東京");
  });

  it("[FN15] rejects after the timeout, also between two parts of an answer", async () => {
    await expect(asked(() => undefined, { timeout: 30 })).rejects.toThrow("no answer within 30 ms");
    await expect(asked((_, response) => void response.write("{"), { timeout: 30 })).rejects.toThrow();
  });

  it("[FN15] rejects an answer that was cut off, and a refused connection", async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{");
      setTimeout(() => response.destroy(), 10);
    };
    await expect(asked(cut)).rejects.toThrow();
    const refused = {
      method: "GET",
      url: "http://127.0.0.1:1/",
      user: "",
      password: "",
      timeout: 5000,
    } as const;
    await expect(send(refused)).rejects.toThrow("ECONNREFUSED");
  });

  it("[FN15] rejects an answer of more than 4 MiB, and takes one of that size", async () => {
    const sized =
      (bytes: number): RequestListener =>
      (_, response) =>
        void response.end(Buffer.alloc(bytes, 97));
    expect((await asked(sized(4 * 1024 * 1024))).body).toHaveLength(4 * 1024 * 1024);
    await expect(asked(sized(4 * 1024 * 1024 + 1))).rejects.toThrow("the answer is too large");
  });

  it("[FN14] calls back once when the request was sent, on a new and on a kept connection", async () => {
    const onSent = jest.fn();
    await asked((_, response) => void setTimeout(() => response.end(), 20), { onSent });
    expect(onSent).toHaveBeenCalledTimes(1);
    const { port } = server?.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/`;
    await send({ method: "GET", url, user: "", password: "", timeout: 5000, onSent });
    expect(onSent).toHaveBeenCalledTimes(2);
  });

  it("[FN76] repeats a request on another connection if one that was kept open breaks, and never after an answer began", async () => {
    const calls = new Map<Socket, number>();
    let isCut = false;
    const answer = await asked((request, response) => {
      const number = (calls.get(request.socket) ?? 0) + 1;
      calls.set(request.socket, number);
      if (number === 1) response.end("answered");
      else {
        if (isCut) response.write("{");
        setTimeout(() => request.socket.resetAndDestroy(), isCut ? 10 : 0);
      }
    });
    expect(answer.body).toBe("answered");
    const { port } = server?.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/`;
    const request = { method: "POST", url, user: "", password: "", body: "a=1", timeout: 20_000 } as const;
    // The first connection was kept open; it breaks at its second request.
    expect((await send(request)).body).toBe("answered");
    expect([...calls.values()]).toEqual([2, 1]);
    isCut = true;
    await expect(send(request)).rejects.toThrow();
    expect([...calls.values()]).toEqual([2, 2]);
  });

  it("[FN76] does not repeat a request on a new connection that breaks", async () => {
    let calls = 0;
    await expect(
      asked((request) => {
        calls += 1;
        request.socket.resetAndDestroy();
      }),
    ).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it("[FN76] repeats a request that can't be written, since the other side closed the kept connection long ago", async () => {
    const used: (Socket | null)[] = [];
    const listener = (message: unknown): void =>
      void used.push((message as { readonly request: ClientRequest }).request.socket);
    subscribe("http.client.response.finish", listener);
    let requests = 0;
    await asked((_, response) => response.end(String((requests += 1))));
    const [kept] = used;
    if (kept === null || kept === undefined) throw new Error("no socket");
    kept.write = () => {
      kept.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      return false;
    };
    const url = `http://127.0.0.1:${(server?.address() as AddressInfo).port}/`;
    const again = await send({ method: "POST", url, user: "", password: "", body: "a=1", timeout: 20_000 });
    expect(again.body).toBe("2");
    expect(used).toHaveLength(2);
    expect(used[1]).not.toBe(kept);
    unsubscribe("http.client.response.finish", listener);
  });
});
