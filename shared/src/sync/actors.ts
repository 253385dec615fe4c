import type { Actor } from "./layout";

/** Programs that publish. The plugin translates their names. */
export const SET_UP: Actor = { identity: "set-up", name: "Set-up" };
export const DEPLOY: Actor = { identity: "deploy", name: "Deploy" };

/** Requires both identity and name, which no Flex user shares with a program. */
export const isActor = (actor: Actor, program: Actor): boolean =>
  actor.identity === program.identity && actor.name === program.name;
