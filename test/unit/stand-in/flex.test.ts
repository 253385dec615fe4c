import { once } from "node:events";
import { WebSocket } from "ws";
import { ACCOUNT_SID, type Person, personNamed } from "../../stand-in/dev-account";
import { AVAILABLE, OFFLINE, QUEUES, WORKSPACE_SID } from "../../stand-in/flex/ids";
import { FlexConfiguration } from "../../stand-in/deploy/configuration";
import { type FlexParts, mountFlex } from "../../stand-in/flex/mount";
import { type StandIn, startStandIn } from "../../stand-in/server";
import { twilioClient } from "../../stand-in/first-data";

const NOW = Date.UTC(2026, 5, 1, 12);
const PLUGIN = { name: "plugin-flex-schedule-manager", version: "1.2.3", src: "/plugin.js" };

let standIn: StandIn;
let flex: FlexParts;

beforeEach(async () => {
  standIn = await startStandIn({ port: 0, now: () => NOW });
  flex = mountFlex(standIn, {
    now: () => NOW,
    plugins: () => [PLUGIN],
    functionsUrl: () => "http://localhost:4001",
    configuration: new FlexConfiguration(),
  });
});
afterEach(async () => {
  flex.stop();
  await standIn.stop();
});

function person(name: string): Person {
  const found = personNamed(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}
const ada = person("ada");
const sam = person("sam");
const sue = person("sue");

type Fields = Readonly<Record<string, unknown>>;

async function ask(host: string, path: string, init?: RequestInit): Promise<[number, Fields]> {
  const response = await fetch(`${standIn.url}/${host}${path}`, init);
  return [response.status, (await response.json()) as Fields];
}

const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
});

/** A request as Flex's TaskRouter library makes it. */
async function bridge(
  token: string,
  method: string,
  path: string,
  params: Fields = {},
): Promise<[number, Fields]> {
  const url = `Workspaces/${WORKSPACE_SID}/${path}`;
  const body = JSON.stringify({ url, method, params, token });
  const [status, answer] = await ask("event-bridge.twilio.com", "/v1/wschannels", { method: "POST", body });
  return [status, (answer["payload"] ?? answer) as Fields];
}

interface Told {
  readonly event_type: string;
  readonly payload: Fields;
}

/** A page that a person has open; it collects what TaskRouter tells it. */
async function openPage({ token }: Person): Promise<{ told: Told[]; socket: WebSocket }> {
  const address = standIn.url.replace("http", "ws");
  const socket = new WebSocket(`${address}/ws/event-bridge.twilio.com/v1/wschannels?token=${token}`);
  const told: Told[] = [];
  socket.on("message", (data: Buffer) => told.push(JSON.parse(data.toString()) as Told));
  await once(socket, "message");
  return { told, socket };
}

async function closePage(socket: WebSocket): Promise<void> {
  socket.close();
  await once(socket, "close");
}

describe("Flex's account on the stand-in", () => {
  const info = `/v1/Accounts/${ACCOUNT_SID}/Tokens/Info`;

  it("[ST30] says whose a token is, with the roles that decide what Flex shows", async () => {
    const [, known] = await ask("flex-api.twilio.com", info, form({ Token: sue.token }));
    expect(known).toMatchObject({
      valid: true,
      identity: sue.identity,
      roles: ["supervisor"],
      worker_sid: sue.workerSid,
      flex_user_sid: sue.flexUserSid,
    });
    const [, unknown] = await ask("flex-api.twilio.com", info, form({ Token: "made-up" }));
    expect(unknown).toMatchObject({ valid: false });
  });

  it("[ST31] renews a token that is valid, and no other", async () => {
    const path = `/v1/Accounts/${ACCOUNT_SID}/Tokens/refresh`;
    const token = standIn.tokens.mint({ person: "ada" });
    const headers = { authorization: `Basic ${Buffer.from(`token:${token}`).toString("base64")}` };
    expect(await ask("iam.twilio.com", path, { method: "POST", headers })).toEqual([
      200,
      expect.objectContaining({ token, identity: ada.identity }),
    ]);
    standIn.tokens.revoke(token);
    expect(await ask("iam.twilio.com", path, { method: "POST", headers })).toEqual([
      401,
      expect.objectContaining({ code: 20101 }),
    ]);
  });

  it("[ST32] names our plugin and where the functions are", async () => {
    const response = await fetch(`${standIn.url}/flex.twilio.com/plugins?roles=admin`);
    expect(await response.json()).toEqual([{ ...PLUGIN, phase: 3 }]);
    const [, configuration] = await ask("flex-api.twilio.com", "/v1/Configuration");
    expect(configuration["ui_attributes"]).toMatchObject({
      custom_data: {
        features: { schedule_manager: { enabled: true, serverless_domain: "http://localhost:4001" } },
      },
    });
  });

  it("[ST33] keeps Flex's own Sync objects apart from the product's service", async () => {
    await closePage((await openPage(sam)).socket);
    const services = await twilioClient(standIn.url).sync.v1.services.list();
    expect(services.map(({ friendlyName }) => friendlyName)).toEqual([
      "Flex Schedule Manager",
      "Default Service",
    ]);
  });
});

describe("TaskRouter on the stand-in", () => {
  it("[ST34] answers nobody without a Flex token", async () => {
    const [status] = await bridge("made-up", "GET", `Workers/${sam.workerSid}`);
    expect(status).toBe(401);
  });

  it("[ST35] lets a person change the own activity, a supervisor anybody's, and tells the open pages", async () => {
    const { told, socket } = await openPage(sam);
    const worker = `Workers/${sam.workerSid}`;
    await bridge(sam.token, "POST", worker, { ActivitySid: OFFLINE.sid });
    await bridge(sue.token, "POST", worker, { ActivitySid: AVAILABLE.sid });
    const [refused] = await bridge(sam.token, "POST", `Workers/${ada.workerSid}`, {
      ActivitySid: OFFLINE.sid,
    });
    expect(refused).toBe(403);
    const [, now] = await bridge(sam.token, "GET", worker);
    expect(now).toMatchObject({ activity_name: "Available", available: true });
    await closePage(socket);
    expect(told.map(({ event_type, payload }) => [event_type, payload["activity_name"]])).toEqual([
      ["init", undefined],
      ["worker.activity.update", "Offline"],
      ["worker.activity.update", "Available"],
    ]);
  });

  it("[ST36] gives the agent one call, whatever the number of pages; a transfer ends it; a new page gets a new one", async () => {
    const callsOf = async (): Promise<readonly Fields[]> => {
      const [, list] = await bridge(sam.token, "GET", `Workers/${sam.workerSid}/Reservations`);
      return list["contents"] as readonly Fields[];
    };
    const { told, socket } = await openPage(sam);
    const second = await openPage(sam);
    const [call, ...more] = await callsOf();
    expect([call?.["reservation_status"], more]).toEqual(["accepted", []]);
    const support = QUEUES.find(({ name }) => name === "Support")?.sid;
    const [, begun] = await bridge(sam.token, "POST", `Workers/${sam.workerSid}/Transfers`, {
      TaskSid: call?.["task_sid"],
      ReservationSid: call?.["sid"],
      To: support,
      Mode: "COLD",
    });
    expect(begun).toMatchObject({
      transfer_status: "initiated",
      transfer_to: support,
      transfer_type: "QUEUE",
    });
    while (!told.some(({ event_type }) => event_type === "reservation.completed"))
      await once(socket, "message");
    const events = ["init", "task.transfer-initiated", "task.transfer-completed", "reservation.completed"];
    expect(told.map(({ event_type }) => event_type)).toEqual(events);
    expect(await callsOf()).toEqual([]);

    await Promise.all([closePage(socket), closePage(second.socket)]);
    const { socket: third } = await openPage(sam);
    const [next] = await callsOf();
    expect(next?.["task_sid"]).not.toBe(call?.["task_sid"]);
    await closePage(third);
    await closePage((await openPage(ada)).socket);
    const [, none] = await bridge(ada.token, "GET", `Workers/${ada.workerSid}/Reservations`);
    expect(none["contents"]).toEqual([]);
  });

  it("[ST37] transfers a chat to a queue that is there, and tells of it afterwards", async () => {
    const path = "/v3/Instances/GO00000000000000000000000000000001/TransferSettings";
    const [, settings] = await ask("flex-api.twilio.com", path);
    expect(settings).toMatchObject({ transfer_settings: [{ enabled: true }] });
    const kim = person("kim");
    const { told, socket } = await openPage(kim);
    const [, list] = await bridge(kim.token, "GET", `Workers/${kim.workerSid}/Reservations`);
    const [chat] = list["contents"] as readonly { task: { attributes: string } }[];
    const { flexInteractionSid, flexInteractionChannelSid } = JSON.parse(
      chat?.task.attributes ?? "",
    ) as Record<string, string>;
    const channel = `Interactions/${flexInteractionSid}/Channels/${flexInteractionChannelSid}`;
    const asked = async (method: string, url: string, params: Fields = {}): Promise<[number, unknown]> => {
      const body = JSON.stringify({ url, method, params, token: kim.token });
      const [status, answer] = await ask("event-bridge.twilio.com", "/v1/wschannels", {
        method: "POST",
        body,
      });
      return [status, answer["payload"]];
    };
    const [, { participants }] = (await asked("GET", `v1/${channel}/Participants`)) as [
      number,
      { participants: readonly { type: string; sid: string }[] },
    ];
    const from = participants.find(({ type }) => type === "agent")?.sid;
    const transfers = `v1/Instances/GO00000000000000000000000000000001/${channel}/Transfers`;
    const to = QUEUES[2]?.sid;
    for (const wrong of [
      { to: "WQ00000000000000000000000000000099", from },
      { to, from: "UT00000000000000000000000000000099" },
    ])
      expect((await asked("POST", transfers, { type: "cold", ...wrong }))[0]).toBe(400);
    expect((await asked("GET", transfers.replace("GO0", "GO9")))[0]).toBe(404);
    expect(await asked("POST", transfers, { type: "cold", to, from })).toEqual([
      200,
      expect.objectContaining({ to }),
    ]);
    while (!told.some(({ event_type }) => event_type === "reservation.completed"))
      await once(socket, "message");
    expect(await asked("GET", transfers)).toEqual([200, [expect.objectContaining({ to, from })]]);
    await closePage(socket);
  });
});
