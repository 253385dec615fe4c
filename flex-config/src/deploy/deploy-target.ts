/** A service of Twilio Serverless and an environment in it, which functions or plugins are deployed to. */
import { api, type TwilioServerlessApiClient } from "@twilio-labs/serverless-api";
import type { AccountContext } from "./context";

type Build = Awaited<ReturnType<typeof api.getBuild>>;

export interface DeployTarget {
  readonly serviceSid: string;
  readonly environmentSid: string;
  /** Such as `flex-schedule-manager-1234.twil.io`. */
  readonly domain: string;
  /** The deployed build; null: none yet. */
  readonly build: Build | null;
  readonly variables: ReadonlyMap<string, string>;
}

type Environment = Awaited<ReturnType<typeof api.listEnvironments>>[number];

/** Reads the environment's current build and variables. */
export async function deployTargetOf(
  serverless: TwilioServerlessApiClient,
  serviceSid: string,
  { sid, domain_name: domain, build_sid: buildSid }: Environment,
): Promise<DeployTarget> {
  const [build, variables] = await Promise.all([
    buildSid ? api.getBuild(buildSid, serviceSid, serverless) : null,
    api.listVariablesForEnvironment(sid, serviceSid, serverless),
  ]);
  const pairs = variables.map(({ key, value }) => [key, value] as const);
  return { serviceSid, environmentSid: sid, domain, build, variables: new Map(pairs) };
}

export async function findServiceSid(
  serverless: TwilioServerlessApiClient,
  uniqueName: string,
): Promise<string | null> {
  const services = await api.listServices(serverless);
  return services.find((service) => service.unique_name === uniqueName)?.sid ?? null;
}

/** The target of the functions; null: not deployed yet. */
export async function findFunctions({ serverless, settings }: AccountContext): Promise<DeployTarget | null> {
  const serviceSid = await findServiceSid(serverless, settings.serviceName);
  if (serviceSid === null) return null;
  const environment = await findEnvironment(serverless, serviceSid, settings.environment);
  return environment === null ? null : deployTargetOf(serverless, serviceSid, environment);
}

async function findEnvironment(
  serverless: TwilioServerlessApiClient,
  serviceSid: string,
  suffix: string,
): Promise<Environment | null> {
  const environments = await api.listEnvironments(serviceSid, serverless);
  return environments.find((environment) => (environment.domain_suffix ?? "") === suffix) ?? null;
}

/** The target of the functions, created if absent; null in a dry run that would create it. */
export async function ensureFunctions(context: AccountContext): Promise<DeployTarget | null> {
  const { ledger, serverless, settings } = context;
  const { environment: suffix, serviceName } = settings;
  const serviceSid =
    (await findServiceSid(serverless, serviceName)) ??
    (await ledger.change(`create the functions service ${serviceName}`, () =>
      api.createService(serviceName, serverless, false),
    ));
  const found = serviceSid === null ? null : await findEnvironment(serverless, serviceSid, suffix);
  const environment =
    found ??
    (await ledger.change(`create its environment ${suffix === "" ? "production" : suffix}`, () =>
      api.createEnvironmentFromSuffix(suffix, serviceSid ?? "", serverless),
    ));
  return serviceSid === null || environment === null
    ? null
    : deployTargetOf(serverless, serviceSid, environment);
}
