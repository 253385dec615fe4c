import { EventEmitter } from "node:events";
import type { ClientState } from "@schedule-manager/plugin/sync/connection";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";

class FakeClient extends EventEmitter {
  static last: FakeClient;
  connectionState = "connecting";
  constructor(
    readonly token: string,
    readonly options: Record<string, unknown>,
  ) {
    super();
    FakeClient.last = this;
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

function client(region: string | null = null) {
  const states: ClientState[] = [];
  const tokens: string[] = [];
  const connection = twilioSync({ region })("the token", {
    state: (state) => states.push(state),
    tokenEnding: () => tokens.push("ending"),
    tokenEnded: () => tokens.push("ended"),
  });
  return { states, tokens, connection, sdk: FakeClient.last };
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
    expect(client("ie1").sdk.options).toMatchObject({ region: "ie1" });
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
