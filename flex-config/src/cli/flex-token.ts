import type { Failure } from "@schedule-manager/shared/api/api";

/** The way to a Flex token, for usages and errors. */
export const FLEX_TOKEN_STEPS = `How to get a Flex token:
  1. Sign in to Flex in a browser, as a user with a role in EDITOR_ROLES (default: admin).
  2. Open the browser's developer tools (F12; on a Mac Option+Command+I) and choose Console.
  3. Enter copy(Twilio.Flex.Manager.getInstance().user.token), which puts the token on the clipboard.
  4. Enter read -rs FLEX_TOKEN && export FLEX_TOKEN in the shell and paste the token; the shell shows and keeps nothing.
The token ends when Flex renews it, after some hours at most, or when the user signs out.`;

/** What to do about a refused publish: its details, or a new token. */
export const refusalDetails = ({ code, details }: Failure["error"]): string | null => {
  if (code === "token-invalid" || code === "token-missing") {
    return `${FLEX_TOKEN_STEPS}\nOr publish with the account's credentials instead: unset FLEX_TOKEN.`;
  }
  return details === undefined ? null : JSON.stringify(details, null, 2);
};
