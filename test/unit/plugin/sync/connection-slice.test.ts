import type { ConnectionStatus } from "@schedule-manager/plugin/sync/connection-manager";
import {
  type Connection,
  connectionChanged,
  connectionReducer,
} from "@schedule-manager/plugin/sync/connection-slice";

const CONNECTING: ConnectionStatus = { type: "connecting" };
const NO_NETWORK: ConnectionStatus = { type: "interrupted", reason: "network" };
const CONNECTED: ConnectionStatus = { type: "connected" };
const BUSY: ConnectionStatus = { type: "connected", isBusy: true };
const DENIED: ConnectionStatus = { type: "interrupted", reason: "denied" };
const FAILED: ConnectionStatus = { type: "failed", reason: "network" };

/** The state after some changes, the first at 1, the second at 2. */
const after = (...changes: readonly ConnectionStatus[]): Connection =>
  changes.reduce<Connection>(
    (state, to, index) => connectionReducer(state, connectionChanged({ to, at: index + 1 })),
    connectionReducer(undefined, { type: "begin" }),
  );

describe("the state of the connection in the store", () => {
  it("[BD9] it is idle until something needs Sync", () => {
    expect(after()).toEqual({ type: "idle" });
  });

  it.each<[string, readonly ConnectionStatus[], Connection]>([
    ["a state has its time", [CONNECTING], { ...CONNECTING, since: 1 }],
    ["a state that is told again keeps its time", [CONNECTING, CONNECTING], { ...CONNECTING, since: 1 }],
    ["an interruption told again keeps its time", [NO_NETWORK, NO_NETWORK], { ...NO_NETWORK, since: 1 }],
    ["another reason has a time of its own", [NO_NETWORK, DENIED], { ...DENIED, since: 2 }],
    ["a failure for the same reason has one", [NO_NETWORK, FAILED], { ...FAILED, since: 2 }],
    ["a busy connection told again keeps its time", [BUSY, BUSY], { ...BUSY, since: 1 }],
    ["one that is busy no more has a time of its own", [BUSY, CONNECTED], { ...CONNECTED, since: 2 }],
    ["a state without a reason has one", [NO_NETWORK, CONNECTING], { ...CONNECTING, since: 2 }],
  ])("[VW13] %s", (_case, changes, expected) => {
    expect(after(...changes)).toEqual(expected);
  });
});
