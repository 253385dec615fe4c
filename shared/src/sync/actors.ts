import type { Actor } from "./layout";

/** Programs that publish. The plugin translates their names. */
export const SET_UP: Actor = { identity: "set-up", name: "Set-up" };
export const DEPLOY: Actor = { identity: "deploy", name: "Deploy" };

/** A deploy with a name of its own, which the history shows. */
export const namedDeploy = (name: string): Actor => ({ identity: DEPLOY.identity, name });

/** The name of such a deploy; null: the actor is none. A Flex user with this identity has it as name. */
export const deployName = ({ identity, name }: Actor): string | null =>
  identity === DEPLOY.identity && name !== undefined && name !== identity && name !== DEPLOY.name
    ? name
    : null;

/** Whether a deploy can have the name: the history can tell it from a Flex user and from a deploy without one. */
export const isDeployName = (name: string): boolean => deployName(namedDeploy(name)) !== null;

/** Requires both identity and name, which no Flex user shares with a program. */
export const isActor = (actor: Actor, program: Actor): boolean =>
  actor.identity === program.identity && actor.name === program.name;
