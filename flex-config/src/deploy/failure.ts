/** Every expected failure of a deploy. flex-config/README.md explains how to resolve each. */
export type DeployError =
  | "usage"
  | "settings-missing"
  | "settings-invalid"
  | "twilio-unreachable"
  | "credentials-refused"
  | "twilio-refused"
  | "build-failed"
  | "sync-service-missing"
  | "sync-service-ambiguous"
  | "sync-name-taken"
  | "lock-not-held"
  | "publish-in-progress"
  | "functions-missing"
  | "paths-taken"
  | "functions-silent"
  | "plugin-version-taken"
  | "release-unreadable"
  | "workflow-missing"
  | "workflow-ambiguous"
  | "voice-channel-missing"
  | "voice-channel-ambiguous"
  | "flow-invalid"
  | "not-empty";

/** A failure that the user can resolve; the message says how. */
export class DeployFailure extends Error {
  override readonly name = "DeployFailure";
  constructor(
    readonly code: DeployError,
    message: string,
  ) {
    super(message);
  }
}

/** 2: nothing was attempted, because of the usage or the settings. 1: a step failed. */
export const exitCodeOf = (code: DeployError): number =>
  code === "usage" || code === "settings-missing" || code === "settings-invalid" ? 2 : 1;
