import { isAuthorized } from "../http/accounts";
import { fieldsOf, segmentsOf, type HostHandler } from "../http/host";
import { ACCOUNT_SID } from "../dev-account";
import { problemBody } from "../sync/problem";
import type { FlexTokens } from "./flex-tokens";

/** `iam.twilio.com`, or the same host of a region. */
export const IAM_HOST = /^iam(\.[a-z0-9-]+)*\.twilio\.com$/;

/** `POST /v1/Accounts/{AC}/Tokens/validate`, with which functions validate a Flex token. */
export const iam =
  (tokens: FlexTokens): HostHandler =>
  (request) => {
    const [version, accounts, account, part, verb] = segmentsOf(request.path);
    if (request.method !== "POST" || version !== "v1" || accounts !== "Accounts" || part !== "Tokens")
      return null;
    if (verb !== "validate") return null;
    if (!isAuthorized(request.headers)) {
      return { status: 401, body: { valid: false, ...problemBody(401, 20003, "Authenticate") } };
    }
    if (account !== ACCOUNT_SID) {
      return {
        status: 404,
        body: { valid: false, ...problemBody(404, 20404, `Account ${account} was not found`) },
      };
    }
    const { token } = fieldsOf(request);
    return { status: 200, body: tokens.describe(typeof token === "string" ? token : "") };
  };
