/** Serves deployed functions and assets at their domain: `/{service}-1234.twil.io/…` on the stand-in. */
import { request as httpRequest } from "node:http";
import { ACCOUNT_SID, AUTH_TOKEN } from "../../dev-account";
import type { HostHandler, HostRequest, HostResponse } from "../../http/host";
import type { Serverless } from "./store";
import type { RunBuild, Running } from "./running";
import type { Build, Environment, Service } from "./types";

export const DOMAINS = /\.twil\.io$/;

const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript",
  ".json": "application/json",
  ".map": "application/json",
};

export class Domains {
  /** By environment; starts on the first request, and again after the build or the variables changed. */
  readonly #running = new Map<string, { readonly of: string; readonly process: Promise<Running> }>();

  constructor(
    readonly store: Serverless,
    /** The address at which functions reach Twilio's hosts: the stand-in itself. */
    readonly url: () => string,
    readonly run: RunBuild,
  ) {}

  readonly handle: HostHandler = async (request) => {
    const found = this.store.at(request.host);
    if (found === null) return plain(404, "No build is deployed here");
    const { build } = found;
    const version = build.versions.find(({ path }) => path === request.path);
    if (version === undefined) return plain(404, "Could not find requested resource");
    if (version.kind === "function") {
      if (version.visibility === "private") return plain(403, "This function is private");
      const { url } = await this.#process(found.service, found.environment, build);
      return forward(request, url);
    }
    if (version.visibility === "private") return plain(403, "This asset is private");
    const type = TYPES[/\.[a-z]+$/.exec(version.path)?.[0] ?? ""] ?? "application/octet-stream";
    return { status: 200, headers: { "content-type": type }, body: version.content };
  };

  async stop(): Promise<void> {
    const all = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(all.map(async ({ process }) => (await process).stop().catch(() => undefined)));
  }

  #process(service: Service, environment: Environment, build: Build): Promise<Running> {
    const env = this.#context(service, environment);
    const of = JSON.stringify([build.sid, env]);
    const known = this.#running.get(environment.sid);
    if (known?.of === of) return known.process;
    const process = this.run({ build, env, twilioUrl: this.url() });
    this.#running.set(environment.sid, { of, process });
    process.catch(() => this.#running.delete(environment.sid));
    void known?.process.then((old) => old.stop());
    return process;
  }

  /** Only deployed variables: this removes the runtime's development defaults. */
  #context(service: Service, environment: Environment): Record<string, string> {
    const variables = [...environment.variables.values()].map(({ key, value }) => [key, value] as const);
    return {
      API_KEY: "",
      API_SECRET: "",
      SYNC_SERVICE_SID: "",
      ...(service.includeCredentials ? { ACCOUNT_SID, AUTH_TOKEN } : { ACCOUNT_SID: "", AUTH_TOKEN: "" }),
      ...Object.fromEntries(variables),
      SERVICE_SID: service.sid,
      ENVIRONMENT_SID: environment.sid,
    };
  }
}

const plain = (status: number, body: string): HostResponse => ({ status, body });

const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "content-length"];

function forward({ method, path, query, headers, body }: HostRequest, to: string): Promise<HostResponse> {
  const search = query.toString();
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${to}${path}${search === "" ? "" : `?${search}`}`,
      { method, headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const endToEnd = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.includes(name));
          resolve({
            status: answer.statusCode ?? 502,
            headers: Object.fromEntries(endToEnd.map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
