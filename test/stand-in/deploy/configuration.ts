/**
 * The Flex configuration: https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 * A write replaces each property that it contains completely.
 */
import { ACCOUNT_SID } from "../dev-account";
import { WORKSPACE_SID } from "../flex/ids";
import { isAuthorized } from "../http/accounts";
import type { HostHandler } from "../http/host";
import { invalid, ok, type Route } from "./routes";

type Properties = Readonly<Record<string, unknown>>;

export class FlexConfiguration {
  #written: Properties = {};
  /** The account's initial configuration. */
  base: () => Properties = () => ({
    account_sid: ACCOUNT_SID,
    status: "ok",
    taskrouter_workspace_sid: WORKSPACE_SID,
    ui_attributes: { version_compatibility: "yes" },
  });

  current(): Properties {
    return { ...this.base(), ...this.#written };
  }

  write(properties: Properties): void {
    if (properties["account_sid"] !== ACCOUNT_SID)
      throw invalid("account_sid is missing or another account's");
    // A copy, as over the network, so that the caller can't modify it afterwards.
    this.#written = { ...this.#written, ...structuredClone(properties) };
  }
}

export const configurationRoutes = (configuration: FlexConfiguration): readonly Route[] => [
  [
    "POST",
    "/v1/Configuration",
    ({ fields }) => {
      configuration.write(fields);
      return ok(configuration.current());
    },
  ],
];

/**
 * The Flex UI reads it too, with a Flex token; a request without the account's credentials goes to the next handler.
 */
export const configurationRead =
  (configuration: FlexConfiguration): HostHandler =>
  ({ method, path, headers }) =>
    method === "GET" && path === "/v1/Configuration" && isAuthorized(headers)
      ? ok(configuration.current())
      : null;
