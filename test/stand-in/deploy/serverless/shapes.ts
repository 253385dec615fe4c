import { ACCOUNT_SID } from "../../dev-account";
import { restDate } from "../../rest/shapes";
import { buildOf, type Build, type Deployment, type Environment } from "./types";
import type { Resource, Service, Variable, Version } from "./types";

/** Formats one service's resources; `base` is the host's own address. */
export class Shapes {
  readonly #url: string;

  constructor(
    readonly base: string,
    readonly service: Service,
  ) {
    this.#url = `${base}/v1/Services/${service.sid}`;
  }

  #common(sid: string, path: string, created: number) {
    return {
      sid,
      account_sid: ACCOUNT_SID,
      service_sid: this.service.sid,
      date_created: restDate(created),
      date_updated: restDate(created),
      url: `${this.#url}${path}`,
    };
  }

  get serviceItself() {
    const { sid, uniqueName, friendlyName, includeCredentials, uiEditable, domainBase, created } =
      this.service;
    return {
      ...this.#common(sid, "", created),
      unique_name: uniqueName,
      friendly_name: friendlyName,
      include_credentials: includeCredentials,
      ui_editable: uiEditable,
      domain_base: domainBase,
      links: {
        environments: `${this.#url}/Environments`,
        functions: `${this.#url}/Functions`,
        assets: `${this.#url}/Assets`,
        builds: `${this.#url}/Builds`,
      },
    };
  }

  environment(environment: Environment) {
    const { sid, uniqueName, domainSuffix, domainName, created } = environment;
    return {
      ...this.#common(sid, `/Environments/${sid}`, created),
      unique_name: uniqueName,
      domain_suffix: domainSuffix === "" ? null : domainSuffix,
      domain_name: domainName,
      build_sid: buildOf(this.service, environment)?.sid ?? null,
      links: {},
    };
  }

  resource({ sid, kind, friendlyName, created }: Resource) {
    const path = `/${kind === "function" ? "Functions" : "Assets"}/${sid}`;
    return { ...this.#common(sid, path, created), friendly_name: friendlyName, links: {} };
  }

  version({ sid, kind, resource, path, visibility, created }: Version) {
    const folder = kind === "function" ? "Functions" : "Assets";
    return {
      ...this.#common(sid, `/${folder}/${resource}/Versions/${sid}`, created),
      [kind === "function" ? "function_sid" : "asset_sid"]: resource,
      path,
      visibility,
      links: {},
    };
  }

  build(build: Build, status: string) {
    const { sid, versions, dependencies, runtime, created } = build;
    const of = (kind: Version["kind"]) =>
      versions.filter((version) => version.kind === kind).map((version) => this.version(version));
    return {
      ...this.#common(sid, `/Builds/${sid}`, created),
      status,
      function_versions: of("function"),
      asset_versions: of("asset"),
      dependencies,
      runtime,
      links: {},
    };
  }

  variable(environment: Environment, { sid, key, value, created }: Variable) {
    const path = `/Environments/${environment.sid}/Variables/${sid}`;
    return { ...this.#common(sid, path, created), environment_sid: environment.sid, key, value };
  }

  deployment(environment: Environment, { sid, build, created }: Deployment) {
    const path = `/Environments/${environment.sid}/Deployments/${sid}`;
    return { ...this.#common(sid, path, created), environment_sid: environment.sid, build_sid: build };
  }
}
