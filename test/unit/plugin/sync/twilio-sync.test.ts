import { EventEmitter } from "node:events";
import { type ClientState, type MapListener, SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { twilioSync, type TwilioSyncOptions } from "@schedule-manager/plugin/sync/twilio-sync";
import { FakeMap, sdkItem } from "./fake-sdk";

class FakeDocument extends EventEmitter {
  data: object = { generation: 1 };
  revision = "0";
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

class FakeClient extends EventEmitter {
  static last: FakeClient;
  connectionState = "connecting";
  /** The requests for objects and tokens. */
  readonly requests: unknown[] = [];
  readonly sdkMap = new FakeMap([[sdkItem("a"), sdkItem("b")]]);
  readonly sdkDocument = new FakeDocument();
  /** The rejection of every request; undefined: none. */
  refusal: object | undefined;
  constructor(
    readonly token: string,
    readonly options: Record<string, unknown>,
  ) {
    super();
    FakeClient.last = this;
  }
  map(request: unknown): Promise<FakeMap> {
    setTimeout(() => {
      this.sdkMap.subscription("established");
    }, 0);
    return this.#answer(request, this.sdkMap);
  }
  document(request: unknown): Promise<FakeDocument> {
    return this.#answer(request, this.sdkDocument);
  }
  updateToken(token: string): Promise<void> {
    return this.#answer(token, undefined);
  }
  #answer<T>(request: unknown, value: T): Promise<T> {
    this.requests.push(request);
    // The SDK also rejects with objects that are no errors.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return this.refusal === undefined ? Promise.resolve(value) : Promise.reject(this.refusal);
  }
  shutdown(): Promise<void> {
    this.connectionState = "disconnected";
    return Promise.resolve();
  }
}
jest.mock("twilio-sync", () => ({
  get SyncClient() {
    return FakeClient;
  },
}));

function client(options: Partial<TwilioSyncOptions> = {}) {
  const states: ClientState[] = [];
  const tokens: string[] = [];
  const connection = twilioSync({ region: null, ...options })("the token", {
    state: (state) => states.push(state),
    tokenEnding: () => tokens.push("ending"),
    tokenEnded: () => tokens.push("ended"),
  });
  return { states, tokens, connection, sdk: FakeClient.last };
}

/** What a listener of a map hears, in order. */
function mapListener() {
  const heard: unknown[] = [];
  const listener: MapListener = {
    reset: (items) => heard.push(items.map(({ key }) => key)),
    changed: ({ key }) => heard.push(`changed ${key}`),
    removed: (key) => heard.push(`removed ${key}`),
    caughtUp: () => heard.push("caught up"),
    lost: (why) => heard.push(why),
  };
  return { heard, listener };
}

describe("the SDK's client", () => {
  it.each([
    ["connecting", "connecting"],
    ["retrying", "connecting"],
    ["connected", "connected"],
    ["disconnecting", "disconnected"],
    ["disconnected", "disconnected"],
    ["denied", "denied"],
    ["error", "unsupported"],
    ["unsupported", "unsupported"],
    ["surprise", "disconnected"],
  ])("[OC31] its state %s is %s", (state, expected) => {
    const { sdk, states } = client();
    sdk.emit("connectionStateChanged", state);
    expect(states).toEqual([expected]);
  });

  it.each([
    [{ terminal: true, httpStatusCode: 406 }, ["unsupported"]],
    [{ terminal: true }, []],
    [{ terminal: true, httpStatusCode: 503 }, []],
    [{ terminal: false, httpStatusCode: 406 }, []],
  ])("[OC32] of the error %j only a refused protocol is final", (error, expected) => {
    const { sdk, states } = client();
    sdk.emit("connectionError", error);
    expect(states).toEqual(expected);
  });

  it("[OC33] announces the end of its token, and gets the region only where one is set", () => {
    const { sdk, tokens } = client();
    sdk.emit("tokenAboutToExpire");
    sdk.emit("tokenExpired");
    expect(tokens).toEqual(["ending", "ended"]);
    expect(sdk.token).toBe("the token");
    expect(sdk.options).not.toHaveProperty("region");
    expect(sdk.options).toMatchObject({ logLevel: "silent", Sync: { enableSessionStorage: false } });
    expect(client({ region: "ie1" }).sdk.options).toMatchObject({ region: "ie1" });
  });

  it("[DE1] gets the log level of the traces, and whatever else its caller sets", () => {
    const { sdk } = client({ logLevel: "debug", more: { ws: { server: "wss://localhost" } } });
    expect(sdk.options).toMatchObject({ logLevel: "debug", ws: { server: "wss://localhost" } });
  });

  it("[PL30] a closed client reports nothing more", () => {
    jest.useFakeTimers();
    const { sdk, states, connection } = client();
    connection.close();
    sdk.emit("connectionStateChanged", "connected");
    expect([states, sdk.connectionState]).toEqual([[], "disconnected"]);
    jest.useRealTimers();
  });
});

describe("an object of Sync", () => {
  it("[PL5] a watched document delivers its data, then each change, until the watch is closed", async () => {
    const { sdk, connection } = client();
    const heard: unknown[] = [];
    const watch = await connection.watchDocument("layout", {
      changed: (document) => heard.push(document),
      lost: (why) => heard.push(why),
    });
    expect(sdk.requests).toEqual([{ id: "layout", mode: "open_existing" }]);
    expect(heard).toEqual([{ data: { generation: 1 }, revision: "0" }]);
    Object.assign(sdk.sdkDocument, { data: { generation: 2 }, revision: "1" });
    sdk.sdkDocument.emit("updated");
    expect(heard.slice(1)).toEqual([{ data: { generation: 2 }, revision: "1" }]);
    expect(sdk.sdkDocument.isClosed).toBe(false);
    watch.close();
    expect(sdk.sdkDocument.isClosed).toBe(true);
  });

  it.each([
    ["removed", undefined, { status: 404, code: 0 }],
    ["failure", { status: 403, code: 54_007, message: "no" }, { status: 403, code: 54_007, message: "no" }],
  ])("[PL6] the event %s ends the watch of a document", async (event, error, expected) => {
    const { sdk, connection } = client();
    const lost = jest.fn();
    await connection.watchDocument("layout", { changed: () => undefined, lost });
    expect(lost).not.toHaveBeenCalled();
    sdk.sdkDocument.emit(event, error);
    expect(lost.mock.calls).toEqual([[expect.objectContaining(expected)]]);
  });

  it("[PL1] a watched map delivers its items, then each change", async () => {
    const { sdk, connection } = client();
    const { heard, listener } = mapListener();
    const watch = await connection.watchMap("schedules-0", listener);
    expect(sdk.requests).toEqual([{ id: "schedules-0", mode: "open_existing" }]);
    sdk.sdkMap.emit("itemUpdated", { item: sdkItem("a", "1") });
    expect(heard).toEqual([["a", "b"], "caught up", "changed a"]);
    watch.close();
    expect(sdk.sdkMap.isClosed).toBe(true);
  });

  it("[HV1] a page of a map is read", async () => {
    const { connection } = client();
    expect(await connection.listItems("history-0", { to: "a" })).toMatchObject({
      items: [{ key: "a" }],
      more: false,
    });
  });

  it("[LK1] an item is changed with the time after which it expires", async () => {
    const { sdk, connection } = client();
    const mutate = jest.fn(async (key: string, change: (data: object) => object) => {
      change({ beat: 1 });
      return sdkItem(key);
    });
    Object.assign(sdk.sdkMap, { mutate });
    const change = jest.fn(() => ({ beat: 2 }));
    expect(await connection.changeItem("presence", "k", 180, change)).toMatchObject({ key: "k" });
    expect(change.mock.calls).toEqual([[{ beat: 1 }]]);
    expect(mutate.mock.calls).toEqual([["k", expect.anything(), { ttl: 180 }]]);
  });

  it("[PL24] a new token goes to the same client", async () => {
    const { sdk, connection } = client();
    await connection.updateToken("another");
    expect(sdk.requests).toEqual(["another"]);
  });

  it.each<[string, (of: ReturnType<typeof client>["connection"]) => Promise<unknown>]>([
    ["watching a map", (of) => of.watchMap("m", mapListener().listener)],
    ["watching a document", (of) => of.watchDocument("d", { changed: jest.fn(), lost: jest.fn() })],
    ["reading a page", (of) => of.listItems("m", {})],
    ["changing an item", (of) => of.changeItem("m", "k", 60, () => ({}))],
    ["renewing the token", (of) => of.updateToken("t")],
  ])("[PL9] what Sync refuses while %s is a problem with its status and code", async (_case, act) => {
    const { sdk, connection } = client();
    sdk.refusal = { status: 403, code: 54_007, message: "no" };
    const problem: unknown = await act(connection).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(SyncProblem);
    expect(problem).toMatchObject({ status: 403, code: 54_007, message: "no" });
  });
});
