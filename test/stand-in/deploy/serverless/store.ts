import { randomInt } from "node:crypto";
import { newSid } from "../ids";
import { conflict, invalid, missing } from "../routes";
import { buildProblem } from "./runtimes";
import {
  buildOf,
  type Build,
  type Dependency,
  type Environment,
  type Kind,
  type Resource,
  type Service,
  type Variable,
  type Version,
  type Visibility,
} from "./types";

const MAX_NAME = 50;
const MAX_SUFFIX = 16;
const MAX_KEY = 128;
const MAX_VALUE_BYTES = 450;
const PATH = /^\/[^#;,?:@+&$()'" ]{0,254}$/;

/** The account's deployed resources. Refuses requests that Twilio documents as refused. */
export class Serverless {
  readonly services = new Map<string, Service>();

  constructor(readonly now: () => number) {}

  service(id: string): Service {
    const found = [...this.services.values()].find(({ sid, uniqueName }) => sid === id || uniqueName === id);
    if (found === undefined) throw missing(`Service ${id}`);
    return found;
  }

  environment(service: Service, sid: string): Environment {
    const found = service.environments.get(sid);
    if (found === undefined) throw missing(`Environment ${sid}`);
    return found;
  }

  build(service: Service, sid: string): Build {
    const found = service.builds.get(sid);
    if (found === undefined) throw missing(`Build ${sid}`);
    return found;
  }

  resource(service: Service, kind: Kind, sid: string): Resource {
    const found = service.resources.get(sid);
    if (found?.kind !== kind) throw missing(`${kind} ${sid}`);
    return found;
  }

  createService(
    given: Pick<Service, "uniqueName" | "friendlyName" | "includeCredentials" | "uiEditable">,
  ): Service {
    const { uniqueName } = given;
    if (uniqueName.length > MAX_NAME || !/^[A-Za-z0-9-]+$/.test(uniqueName)) {
      throw invalid(`UniqueName must be at most ${MAX_NAME} letters, digits and dashes`);
    }
    if ([...this.services.values()].some((service) => service.uniqueName === uniqueName)) {
      throw conflict(`Service with unique name ${uniqueName} already exists`);
    }
    const service: Service = {
      ...given,
      sid: newSid("ZS"),
      domainBase: `${uniqueName.toLowerCase()}-${randomInt(1000, 10_000)}`,
      created: this.now(),
      environments: new Map(),
      resources: new Map(),
      versions: new Map(),
      builds: new Map(),
    };
    this.services.set(service.sid, service);
    return service;
  }

  createEnvironment(service: Service, uniqueName: string, domainSuffix: string): Environment {
    if (domainSuffix.length > MAX_SUFFIX) throw invalid(`DomainSuffix is longer than ${MAX_SUFFIX}`);
    for (const other of service.environments.values()) {
      if (other.uniqueName === uniqueName || other.domainSuffix === domainSuffix) {
        throw conflict(`Environment ${uniqueName} already exists in the service`);
      }
    }
    const environment: Environment = {
      sid: newSid("ZE"),
      uniqueName,
      domainSuffix,
      domainName: `${service.domainBase}${domainSuffix === "" ? "" : `-${domainSuffix}`}.twil.io`,
      created: this.now(),
      variables: new Map(),
      deployments: [],
    };
    service.environments.set(environment.sid, environment);
    return environment;
  }

  createResource(service: Service, kind: Kind, friendlyName: string): Resource {
    const resource: Resource = { sid: newSid("ZH"), kind, friendlyName, created: this.now() };
    service.resources.set(resource.sid, resource);
    return resource;
  }

  upload(
    service: Service,
    resource: Resource,
    path: string,
    visibility: Visibility,
    content: Buffer,
  ): Version {
    if (!PATH.test(path)) throw invalid(`Path ${path} is not valid`);
    const { kind } = resource;
    const version: Version = {
      sid: newSid("ZN"),
      kind,
      resource: resource.sid,
      path,
      visibility,
      content,
      created: this.now(),
    };
    service.versions.set(version.sid, version);
    return version;
  }

  createBuild(
    service: Service,
    versionSids: readonly string[],
    dependencies: readonly Dependency[],
    runtime: string,
  ): Build {
    const versions = versionSids.map((sid) => {
      const version = service.versions.get(sid);
      if (version === undefined) throw invalid(`Version ${sid} does not belong to the service`);
      return version;
    });
    if (versions.length === 0) throw invalid("A build needs at least one function or asset version");
    const paths = versions.map(({ path }) => path);
    const twice = paths.find((path, index) => paths.indexOf(path) !== index);
    const build: Build = {
      sid: newSid("ZB"),
      versions,
      dependencies,
      runtime,
      created: this.now(),
      failure:
        twice === undefined
          ? (this.buildFailure ?? buildProblem(versions, dependencies, runtime))
          : `two versions serve ${twice}`,
    };
    service.builds.set(build.sid, build);
    return build;
  }

  deploy(service: Service, environment: Environment, buildSid: string, isPlugin: boolean) {
    const build = this.build(service, buildSid);
    if (this.status(build) !== "completed") throw invalid(`Build ${buildSid} is not completed`);
    const deployment = { sid: newSid("ZD"), build: buildSid, isPlugin, created: this.now() };
    environment.deployments.push(deployment);
    return deployment;
  }

  /** Duration of a build, ms. */
  buildTime = 200;
  /** Makes later builds fail with this reason; null: they succeed. */
  buildFailure: string | null = null;

  status(build: Build): "building" | "completed" | "failed" {
    if (this.now() - build.created < this.buildTime) return "building";
    return build.failure === null ? "completed" : "failed";
  }

  setVariable(environment: Environment, sid: string | null, key: string, value: string): Variable {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) || key.length > MAX_KEY)
      throw invalid(`Key ${key} is not valid`);
    if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw invalid(`The value of ${key} is too long`);
    const same = [...environment.variables.values()].find((variable) => variable.key === key);
    if (sid === null) {
      if (same !== undefined) throw conflict(`Variable ${key} already exists`);
      const variable: Variable = { sid: newSid("ZV"), key, value, created: this.now() };
      environment.variables.set(variable.sid, variable);
      return variable;
    }
    const variable = environment.variables.get(sid);
    if (variable === undefined) throw missing(`Variable ${sid}`);
    variable.value = value;
    return variable;
  }

  /** The environment of a domain, and its build. */
  at(domainName: string): { service: Service; environment: Environment; build: Build } | null {
    for (const service of this.services.values()) {
      for (const environment of service.environments.values()) {
        if (environment.domainName !== domainName) continue;
        const build = buildOf(service, environment);
        return build === null ? null : { service, environment, build };
      }
    }
    return null;
  }
}
