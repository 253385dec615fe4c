/** Studio flows: https://www.twilio.com/docs/studio/rest-api/v2/flow */
import { ACCOUNT_SID } from "../dev-account";
import { restDate } from "../rest/shapes";
import { type FlowProblem, validateFlow } from "../studio/validate-flow";
import { newSid } from "./ids";
import { created, noContent, invalid, missing, ok, page, Refusal, type Call, type Route } from "./routes";

export interface Flow {
  readonly sid: string;
  friendlyName: string;
  status: string;
  definition: unknown;
  commitMessage: string;
  revision: number;
  readonly created: number;
}

class InvalidFlow extends Refusal {
  constructor(errors: readonly FlowProblem[]) {
    super(400, 81022, "Flow definition validation failed", { errors });
  }
}

export class Studio {
  readonly flows: Flow[] = [];

  constructor(readonly now: () => number) {}

  flow(sid: string): Flow {
    const found = this.flows.find((flow) => flow.sid === sid);
    if (found === undefined) throw missing(`Flow ${sid}`);
    return found;
  }

  definition(text: string): unknown {
    let definition: unknown;
    try {
      definition = JSON.parse(text);
    } catch {
      throw new InvalidFlow([{ property_path: "#/", message: "the definition is not JSON" }]);
    }
    const errors = validateFlow(definition);
    if (errors.length > 0) throw new InvalidFlow(errors);
    return definition;
  }
}

const shape = (flow: Flow) => ({
  sid: flow.sid,
  account_sid: ACCOUNT_SID,
  friendly_name: flow.friendlyName,
  definition: flow.definition,
  status: flow.status,
  revision: flow.revision,
  commit_message: flow.commitMessage,
  valid: true,
  errors: [],
  warnings: [],
  date_created: restDate(flow.created),
  date_updated: restDate(flow.created),
  webhook_url: `https://webhooks.twilio.com/v1/Accounts/${ACCOUNT_SID}/Flows/${flow.sid}`,
  url: "",
  links: {},
});

/** Lists omit the definitions. */
const listed = (flow: Flow) => ({ ...shape(flow), definition: undefined });

function statusOf({ form }: Call): string {
  const status = form.required("Status");
  if (status !== "draft" && status !== "published") throw invalid(`Invalid Status ${status}`);
  return status;
}

const definitionOf = (store: Studio, { form }: Call): unknown =>
  store.definition(form.required("Definition"));

export const studioRoutes = (store: Studio): readonly Route[] => [
  ["GET", "/v2/Flows", (call) => page(call, "flows", store.flows, ({ sid }) => sid, listed)],
  [
    "POST",
    "/v2/Flows/Validate",
    (call) => {
      call.form.required("FriendlyName");
      statusOf(call);
      definitionOf(store, call);
      return ok({ valid: true });
    },
  ],
  [
    "POST",
    "/v2/Flows",
    (call) => {
      const flow: Flow = {
        sid: newSid("FW"),
        friendlyName: call.form.required("FriendlyName"),
        status: statusOf(call),
        definition: definitionOf(store, call),
        commitMessage: call.form.text("CommitMessage") ?? "",
        revision: 1,
        created: store.now(),
      };
      store.flows.push(flow);
      return created(shape(flow));
    },
  ],
  ["GET", "/v2/Flows/*", ({ ids }) => ok(shape(store.flow(ids[0] ?? "")))],
  [
    "POST",
    "/v2/Flows/*",
    (call) => {
      const { form, ids } = call;
      const flow = store.flow(ids[0] ?? "");
      if (form.text("Definition") !== undefined) flow.definition = definitionOf(store, call);
      flow.friendlyName = form.text("FriendlyName") ?? flow.friendlyName;
      flow.status = statusOf(call);
      flow.commitMessage = form.text("CommitMessage") ?? "";
      flow.revision += 1;
      return ok(shape(flow));
    },
  ],
  [
    "DELETE",
    "/v2/Flows/*",
    ({ ids }) => {
      store.flows.splice(store.flows.indexOf(store.flow(ids[0] ?? "")), 1);
      return noContent;
    },
  ],
];
