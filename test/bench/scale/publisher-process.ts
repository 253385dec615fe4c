import type { StoredItem } from "@schedule-manager/shared/model/model";
/**
 * An admin's publishes by the built function, in a separate process: at Twilio the function also runs on another
 * computer.
 */
import { randomUUID } from "node:crypto";
import type { ListAnswer, PublishAnswer, PublishChange } from "@schedule-manager/shared/api/api";
import { startInstance } from "../../integration/functions/support/instance";
import { WATCHED } from "./fleet";
import type { PublisherReport, PublisherSettings, ToPublisher } from "./messages";

const Token = "flex-token-ada";

process.on("disconnect", () => process.exit());
const tell = (message: PublisherReport): void => void process.send?.(message);
const { folder, twilioUrl } = JSON.parse(process.argv[2] ?? "{}") as PublisherSettings;
const instance = (name: string) => startInstance({ folder, name, twilioUrl });
const functions = { list: instance("admin/list"), publish: instance("admin/publish") };
let base: PublishChange["base"] = null;

async function listed(): Promise<PublishChange["base"]> {
  const { body } = await functions.list.call({ Token });
  const { data } = body as unknown as ListAnswer;
  const found = data.schedules.find(({ id }) => id === WATCHED);
  if (found === undefined) throw new Error(`${WATCHED} is missing`);
  const { id: _, revision, status: __, ...value } = found;
  return { revision, value };
}

async function publish(closed: boolean): Promise<void> {
  base ??= await listed();
  const value = { ...base?.value, manualClose: closed } as StoredItem;
  const change: PublishChange = { kind: "schedule", id: WATCHED, base, value };
  const at = Date.now();
  const request = { id: randomUUID(), changes: [change] };
  const { status, body } = await functions.publish.call({ Token, publish: JSON.stringify(request) });
  if (status !== 200) throw new Error(`admin/publish answered ${status}: ${JSON.stringify(body)}`);
  const sent = Date.now();
  const [now] = (body as unknown as PublishAnswer).items;
  base = { revision: now?.revision ?? "", value };
  tell({ type: "published", at, sent });
}

process.on("message", (message: ToPublisher) => void publish(message.closed));
tell({ type: "ready" });
