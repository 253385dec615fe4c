import type { ServerlessResourceConfig } from "@twilio-labs/serverless-api";
import type { DeployContext } from "./context";
import type { Version } from "./upload-version";

/**
 * Creates the missing functions or assets and returns them with the files' contents. Replaces the toolkit's
 * implementation, which hides the reasons of failures.
 */
export async function ensureResources(
  { client }: Pick<DeployContext, "client">,
  serviceSid: string,
  kind: Version["kind"],
  files: readonly ServerlessResourceConfig[],
): Promise<readonly Version[]> {
  if (files.length === 0) return [];
  const service = client.serverless.v1.services(serviceSid);
  const resources: Resources = kind === "Functions" ? service.functions : service.assets;
  const there = await resources.list({ pageSize: 100 });
  return Promise.all(
    files.map(async ({ name, path, access, content }) => {
      const known = there.find(({ friendlyName }) => friendlyName === name);
      const { sid } = known ?? (await resources.create({ friendlyName: name }));
      return { kind, sid, path, access, content };
    }),
  );
}

interface Resource {
  readonly sid: string;
  readonly friendlyName: string;
}
interface Resources {
  list(options: { readonly pageSize: number }): Promise<readonly Resource[]>;
  create(options: { readonly friendlyName: string }): Promise<Resource>;
}
