import type { Actor } from "./layout";

/** What publishes without a person: programs, whose names the view says in the reader's language. */
export const SET_UP: Actor = { identity: "set-up", name: "Set-up" };
export const DEPLOY: Actor = { identity: "deploy", name: "Deploy" };

/** No person of Flex has both the identity and the name of a program. */
export const isActor = (actor: Actor, program: Actor): boolean =>
  actor.identity === program.identity && actor.name === program.name;
