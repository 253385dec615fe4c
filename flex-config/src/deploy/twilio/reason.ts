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

/** The parts of an HTTP refusal as the `twilio` library, Twilio's serverless toolkit or `got` throw it. */
function answered(error: Error): Answered | null {
  const { status, code, response, details } = error as {
    status?: unknown;
    code?: unknown;
    response?: { statusCode?: unknown; body?: unknown };
    details?: { status?: unknown };
  };
  if (typeof status === "number") return { status, code, message: error.message };
  if (typeof details?.status === "number") return { status: details.status, code, message: error.message };
  if (typeof response?.statusCode === "number") {
    const body = response.body as { code?: unknown; message?: unknown } | undefined;
    const message = typeof body?.message === "string" ? body.message : error.message;
    return { status: response.statusCode, code: body?.code, message };
  }
  return null;
}

/** Why a call to Twilio failed, in words. Neither libraries' errors nor these words hold credentials. */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return { code: "twilio-refused", reason: String(error) };
  const answer = answered(error);
  if (answer === null) {
    const { code } = error as { code?: unknown };
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
      reason: "Twilio does not know these credentials. Check ACCOUNT_SID and AUTH_TOKEN.",
    };
  }
  const number = typeof code === "number" ? `, https://www.twilio.com/docs/errors/${code}` : "";
  return { code: "twilio-refused", reason: `${message} (${status}${number})` };
}

/** What a run failed with: our own words, or Twilio's where it refused a read. null: a bug. */
export function failureOf(error: unknown): { readonly code: DeployError; readonly message: string } | null {
  if (error instanceof DeployFailure) return { code: error.code, message: error.message };
  // An error of the file system names a path: a bug, or a full disk.
  if (!(error instanceof Error) || "path" in error) return null;
  const isTwilios = ["status", "response", "details", "code"].some((field) => field in error);
  if (!isTwilios) return null;
  const { code, reason } = reasonOf(error);
  return { code, message: reason };
}
