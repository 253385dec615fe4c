import { fieldOf, isRecord } from "@schedule-manager/shared/collections/record";
import { type DeployError, DeployFailure } from "../failure";

export interface Reason {
  readonly code: DeployError;
  readonly reason: string;
}

interface Answered {
  readonly status: number;
  readonly code: unknown;
  readonly message: string;
}

/** The HTTP answer in an error of the `twilio` library, Twilio's serverless toolkit or `got`. */
function answered(error: Error): Answered | null {
  const code = fieldOf(error, "code");
  for (const status of [fieldOf(error, "status"), fieldOf(fieldOf(error, "details"), "status")]) {
    if (typeof status === "number") return { status, code, message: error.message };
  }
  // `got` defines `response` on the error's prototype in some versions.
  const response = "response" in error ? error.response : undefined;
  const status = isRecord(response) ? response["statusCode"] : undefined;
  if (typeof status !== "number" || !isRecord(response)) return null;
  const { body } = response;
  const message = fieldOf(body, "message");
  return {
    status,
    code: fieldOf(body, "code"),
    message: typeof message === "string" ? message : error.message,
  };
}

/** Describes why a call to Twilio failed. Neither the libraries' errors nor these messages contain credentials. */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return { code: "twilio-refused", reason: String(error) };
  const answer = answered(error);
  if (answer === null) {
    const code = fieldOf(error, "code");
    if (typeof code !== "string") return { code: "twilio-refused", reason: error.message };
    return {
      code: "twilio-unreachable",
      reason: `no answer (${code}). Check the network, and --to if it is given.`,
    };
  }
  const { status, code, message } = answer;
  if (status === 401) {
    return {
      code: "credentials-refused",
      reason: "Twilio refuses these credentials. Check ACCOUNT_SID and AUTH_TOKEN.",
    };
  }
  const number = typeof code === "number" ? `, https://www.twilio.com/docs/errors/${code}` : "";
  return { code: "twilio-refused", reason: `${message} (${status}${number})` };
}

/** The failure of a run, or Twilio's answer to a refused read. null: a bug. */
export function failureOf(error: unknown): { readonly code: DeployError; readonly message: string } | null {
  if (error instanceof DeployFailure) return { code: error.code, message: error.message };
  // A file system error has a path: a bug, or a full disk.
  if (!(error instanceof Error) || "path" in error) return null;
  const isFromTwilio = ["status", "response", "details", "code"].some((field) => field in error);
  if (!isFromTwilio) return null;
  const { code, reason } = reasonOf(error);
  return { code, message: reason };
}
