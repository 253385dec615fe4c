/**
 * The Flex configuration: https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 * A write replaces each property that it names, whole.
 */
import { ACCOUNT_SID } from "../dev-account";
import { WORKSPACE_SID } from "../flex/ids";
import { isAuthorized } from "../http/accounts";
import type { HostHandler } from "../http/host";
import { invalid, ok, type Route } from "./routes";

type Properties = Readonly<Record<string, unknown>>;

export class FlexConfiguration {
  #written: Properties = {};
  /** What the account starts with. */
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
    // A copy, as over the wire: whoever wrote it may not change it afterwards.
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

/** Reading is for the Flex UI too, which comes with a Flex token: whom this does not know, the next handler answers. */
export const configurationRead =
  (configuration: FlexConfiguration): HostHandler =>
  ({ method, path, headers }) =>
    method === "GET" && path === "/v1/Configuration" && isAuthorized(headers)
      ? ok(configuration.current())
      : null;
