import { hasStatus } from "../../live/rest-error";
import { fieldOf } from "@schedule-manager/shared/collections/record";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { flowDefinition } from "../../studio/flow-definition";
import { findCallTarget } from "../call-target";
import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import type { JsonObject } from "../merge";
import { findFunctions, type DeployTarget } from "../deploy-target";

const FLOW_NAME = "Template Example Schedule Flow";
const CHECK = "/check-schedule";

export interface StudioOptions {
  /** Replaces a flow that was changed in Studio. */
  readonly replace: boolean;
}

/**
 * Creates the example flow with the deployed functions and Flex's workflow. Keeps a flow that was changed in
 * Studio.
 */
export async function studioStep(context: DeployContext, { replace }: StudioOptions): Promise<void> {
  const { client, ledger } = context;
  const place = await findFunctions(context);
  const check = place?.build?.function_versions.find(({ path }) => path === CHECK);
  if (place === null || check === undefined) {
    if (!ledger.dryRun) {
      throw new DeployFailure(
        "functions-missing",
        "The flow needs the functions. Run npm run deploy -- functions first.",
      );
    }
    ledger.would(`create the Studio flow "${FLOW_NAME}"`);
    return;
  }
  const definition = await definitionOf(context, place, check.function_sid);
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
      `The Studio flow "${FLOW_NAME}" (${sid}) was changed and is kept. Use --replace-flow to replace it.`,
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

/** The example flow with this account's values. */
async function definitionOf(
  context: DeployContext,
  { serviceSid, environmentSid, domain }: DeployTarget,
  checkScheduleSid: string,
): Promise<JsonObject> {
  const flow = flowDefinition({
    functionsServiceSid: serviceSid,
    functionsEnvironmentSid: environmentSid,
    functionsDomain: domain,
    checkScheduleSid,
    ...(await findCallTarget(context)),
  });
  return { ...flow };
}

/** Validates the flow with Twilio before any write, because the answer names the invalid part. */
async function validate({ client }: DeployContext, definition: JsonObject): Promise<void> {
  try {
    await client.studio.v2.flowValidate.update({ friendlyName: FLOW_NAME, status: "published", definition });
  } catch (error) {
    if (!hasStatus(error, 400)) throw error;
    const { message } = error;
    const details = fieldOf(error, "details");
    const more = details === undefined ? "" : ` ${JSON.stringify(details)}`;
    throw new DeployFailure("flow-invalid", `Twilio refuses the Studio flow: ${message}${more}`);
  }
}
