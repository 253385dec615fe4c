/** The workflow and task channel of Flex's TaskRouter workspace that receive open calls of the example flow. */
import type { DeployContext } from "./context";
import { DeployFailure } from "./failure";

export interface CallTarget {
  readonly workflowSid: string;
  readonly voiceChannelSid: string;
}

interface Named {
  readonly sid: string;
  readonly friendlyName: string;
}

/** The account's only workflow and its voice channel, or the ones in the settings. */
export async function findCallTarget({ client, settings }: DeployContext): Promise<CallTarget> {
  const { taskrouterWorkspaceSid } = await client.flexApi.v1.configuration().fetch();
  if (!taskrouterWorkspaceSid) {
    throw new DeployFailure(
      "workflow-missing",
      "Flex has no TaskRouter workspace in this account, so the flow cannot route calls. Set up Flex first.",
    );
  }
  const workspace = client.taskrouter.v1.workspaces(taskrouterWorkspaceSid);
  const workflows = await workspace.workflows.list({ pageSize: 100 });
  const channels = await workspace.taskChannels.list({ pageSize: 100 });
  const workflow = chosen("WORKFLOW_SID", "workflow", workflows, settings.workflowSid, () => true);
  const voice = chosen(
    "VOICE_CHANNEL_SID",
    "task channel",
    channels,
    settings.voiceChannelSid,
    ({ uniqueName }) => uniqueName === "voice",
  );
  return { workflowSid: workflow.sid, voiceChannelSid: voice.sid };
}

function chosen<T extends Named>(
  setting: "WORKFLOW_SID" | "VOICE_CHANNEL_SID",
  kind: string,
  all: readonly T[],
  sid: string | null,
  isFit: (candidate: T) => boolean,
): T {
  const fit = all.filter((candidate) => (sid === null ? isFit(candidate) : candidate.sid === sid));
  const [first, ...others] = fit;
  if (first !== undefined && others.length === 0) return first;
  const code = setting === "WORKFLOW_SID" ? "workflow" : "voice-channel";
  const list = all.map((candidate) => `${candidate.sid} (${candidate.friendlyName})`).join(", ") || "none";
  if (first !== undefined) {
    throw new DeployFailure(
      `${code}-ambiguous`,
      `Flex has several ${kind}s for calls. Set ${setting} to one of: ${list}.`,
    );
  }
  const reason =
    sid === null ? `Flex has no ${kind} for calls` : `${setting} is not a ${kind} of Flex's workspace`;
  throw new DeployFailure(`${code}-missing`, `${reason}. Set ${setting} to one of: ${list}.`);
}
