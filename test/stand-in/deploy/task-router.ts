/** The resources of Flex's workspace that a deploy reads: https://www.twilio.com/docs/taskrouter/api/workflow */
import { CHANNELS, type Named, WORKFLOW_SID, WORKSPACE_SID } from "../flex/ids";
import { isAuthorized } from "../http/accounts";
import type { HostHandler } from "../http/host";
import { ok } from "./routes";

export class TaskRouter {
  readonly workflows: Named[] = [{ sid: WORKFLOW_SID, name: "Assign to Anyone" }];
  readonly channels: Named[] = [...CHANNELS];
}

const ROOT = `/v1/Workspaces/${WORKSPACE_SID}`;

/** The Flex UI reads the workspace too, with a Flex token; the next handler answers those requests. */
export const taskRouterRead =
  ({ workflows, channels }: TaskRouter): HostHandler =>
  ({ method, path, headers }) => {
    if (method !== "GET" || !isAuthorized(headers)) return null;
    if (path === `${ROOT}/Workflows`)
      return listOf(
        "workflows",
        workflows.map(({ sid, name }) => ({ sid, friendly_name: name })),
      );
    if (path === `${ROOT}/TaskChannels`)
      return listOf(
        "channels",
        channels.map(({ sid, name }) => ({ sid, friendly_name: name, unique_name: name })),
      );
    return null;
  };

const listOf = (key: string, rows: readonly unknown[]) =>
  ok({ [key]: rows, meta: { key, page: 0, page_size: 50, next_page_url: null } });
