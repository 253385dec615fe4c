import { useSelector } from "react-redux";
import { DEPLOY, isActor, SET_UP } from "@schedule-manager/shared/sync/actors";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { useTranslate } from "../services/services";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { personName } from "@schedule-manager/shared/sync/person-name";

/** How to name a person: by the name that was seen while they edited, as everywhere on the screen. */
export function usePerson(): (actor: Actor) => string {
  const t = useTranslate();
  const people = useSelector((root: RootState) => pluginState(root).presence.people);
  return (actor) => {
    if (isActor(actor, SET_UP)) return t("person.setUp");
    if (isActor(actor, DEPLOY)) return t("person.deploy");
    return people[actor.identity] ?? personName(actor);
  };
}
