import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sameValue } from "@schedule-manager/shared/same-value";
import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { isObject, type JsonObject } from "../merge";
import { findFunctions, type Place } from "../place";

export const FLOW_NAME = "Template Example Schedule Flow";
const FLOW_FILE = "flex-config/studio/template-example-schedule-flow.json";
const CHECK = "/check-schedule";

export interface StudioOptions {
  /** Puts ours in the place of a flow that somebody changed. */
  readonly replace: boolean;
}

/** The example flow, wired to the deployed functions. One that was changed in Studio is left alone. */
export async function studioStep(context: DeployContext, { replace }: StudioOptions): Promise<void> {
  const { client, ledger, root } = context;
  const template = JSON.parse(await readFile(join(root, FLOW_FILE), "utf8")) as JsonObject;
  const place = await findFunctions(context);
  if (place?.build?.function_versions.some(({ path }) => path === CHECK) !== true) {
    if (!ledger.dryRun) {
      throw new DeployFailure(
        "functions-missing",
        "The flow needs the functions. Run npm run deploy -- functions first.",
      );
    }
    ledger.would(`create the Studio flow "${FLOW_NAME}"`);
    return;
  }
  const definition = wired(template, place);
  const flows = await client.studio.v2.flows.list({ pageSize: 100 });
  const sid = flows.find(({ friendlyName }) => friendlyName === FLOW_NAME)?.sid;
  if (sid === undefined) {
    await validate(context, definition);
    await ledger.change(`create the Studio flow "${FLOW_NAME}"`, () =>
      client.studio.v2.flows.create({
        friendlyName: FLOW_NAME,
        status: "published",
        definition,
        commitMessage: "Flex Schedule Manager",
      }),
    );
    return;
  }
  const there: unknown = (await client.studio.v2.flows(sid).fetch()).definition;
  if (sameValue(there, definition)) return;
  if (!replace) {
    ledger.note(
      `The Studio flow "${FLOW_NAME}" (${sid}) was changed and is kept. --replace-flow puts ours in its place.`,
    );
    return;
  }
  await validate(context, definition);
  await ledger.change(`replace the Studio flow "${FLOW_NAME}"`, () =>
    client.studio.v2
      .flows(sid)
      .update({ status: "published", definition, commitMessage: "Flex Schedule Manager" }),
  );
}

/** The functions of the flow's Run Function widgets, as they are deployed in this account. */
export function wired(
  template: JsonObject,
  { serviceSid, environmentSid, domain, build }: Place,
): JsonObject {
  const states = Array.isArray(template["states"]) ? (template["states"] as JsonObject[]) : [];
  return {
    ...template,
    states: states.map((state) => {
      const { properties } = state;
      const url = isObject(properties) ? properties["url"] : undefined;
      if (state["type"] !== "run-function" || !isObject(properties) || typeof url !== "string") return state;
      const path = new URL(url, "https://template.twil.io").pathname;
      const version = build?.function_versions.find((one) => one.path === path);
      if (version === undefined) return state;
      return {
        ...state,
        properties: {
          ...properties,
          url: `https://${domain}${path}`,
          service_sid: serviceSid,
          environment_sid: environmentSid,
          function_sid: version.function_sid,
        },
      };
    }),
  };
}

/** Asks Twilio before anything is written; a refusal says which part of the flow is wrong. */
async function validate({ client }: DeployContext, definition: JsonObject): Promise<void> {
  try {
    await client.studio.v2.flowValidate.update({ friendlyName: FLOW_NAME, status: "published", definition });
  } catch (error) {
    const { status, message, details } = error as { status?: unknown; message?: string; details?: unknown };
    if (status !== 400) throw error;
    const more = details === undefined ? "" : ` ${JSON.stringify(details)}`;
    throw new DeployFailure("flow-invalid", `Twilio refuses the Studio flow: ${message ?? ""}${more}`);
  }
}
