/** Twilio Serverless: https://www.twilio.com/docs/serverless/api */

export const VISIBILITIES = ["public", "protected", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];
export type Kind = "function" | "asset";

/** A function or an asset has only a name; its versions have the content. */
export interface Resource {
  readonly sid: string;
  readonly kind: Kind;
  readonly friendlyName: string;
  readonly created: number;
}

export interface Version {
  readonly sid: string;
  readonly kind: Kind;
  readonly resource: string;
  readonly path: string;
  readonly visibility: Visibility;
  readonly content: Buffer;
  readonly created: number;
}

export interface Dependency {
  readonly name: string;
  readonly version: string;
}

export interface Build {
  readonly sid: string;
  readonly versions: readonly Version[];
  readonly dependencies: readonly Dependency[];
  readonly runtime: string;
  readonly created: number;
  /** The reason of its failure; null: it succeeds. */
  readonly failure: string | null;
}

export interface Variable {
  readonly sid: string;
  readonly key: string;
  value: string;
  readonly created: number;
}

export interface Deployment {
  readonly sid: string;
  readonly build: string;
  readonly isPlugin: boolean;
  readonly created: number;
}

export interface Environment {
  readonly sid: string;
  readonly uniqueName: string;
  readonly domainSuffix: string;
  readonly domainName: string;
  readonly created: number;
  readonly variables: Map<string, Variable>;
  readonly deployments: Deployment[];
}

export interface Service {
  readonly sid: string;
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly includeCredentials: boolean;
  readonly uiEditable: boolean;
  readonly domainBase: string;
  readonly created: number;
  readonly environments: Map<string, Environment>;
  readonly resources: Map<string, Resource>;
  readonly versions: Map<string, Version>;
  readonly builds: Map<string, Build>;
}

/** The build that the environment serves; null before the first deployment. */
export const buildOf = (service: Service, environment: Environment): Build | null =>
  service.builds.get(environment.deployments.at(-1)?.build ?? "") ?? null;
