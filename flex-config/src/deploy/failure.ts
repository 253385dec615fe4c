/** Every way in which a deploy is known to fail. flex-config/README.md says what to do about each. */
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

/** Something that the person who deploys can do something about; its message says what. */
export class DeployFailure extends Error {
  override readonly name = "DeployFailure";
  constructor(
    readonly code: DeployError,
    message: string,
  ) {
    super(message);
  }
}

/** 2: nothing was tried, because of how it was called or what it was given. 1: a step failed. */
export const exitCodeOf = (code: DeployError): number =>
  code === "usage" || code === "settings-missing" || code === "settings-invalid" ? 2 : 1;
