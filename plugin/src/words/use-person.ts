import { useSelector } from "react-redux";
import type { Actor } from "@schedule-manager/shared/sync-layout";
import { pluginState, type RootState } from "../state/root";
import { personWords } from "./person";

/** How to name a person: by the name that was seen while they edited, as everywhere on the screen. */
export function usePerson(): (actor: Actor) => string {
  const people = useSelector((root: RootState) => pluginState(root).presence.people);
  return (actor) => people[actor.identity] ?? personWords(actor);
}
