import { useSelector } from "react-redux";
import { DEPLOY, deployName, isActor, SET_UP } from "@schedule-manager/shared/sync/actors";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { useTranslate } from "../services/services";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { personName } from "@schedule-manager/shared/sync/person-name";

/** Returns the name of a person: the one seen in edit locks, or the recorded one. */
export function usePerson(): (actor: Actor) => string {
  const t = useTranslate();
  const people = useSelector((root: RootState) => pluginState(root).presence.people);
  return (actor) => {
    if (isActor(actor, SET_UP)) return t("person.setUp");
    if (isActor(actor, DEPLOY)) return t("person.deploy");
    const name = deployName(actor);
    if (name !== null) return t("person.deploy.named", { name });
    return people[actor.identity] ?? personName(actor);
  };
}
