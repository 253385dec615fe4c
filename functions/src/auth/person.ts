import type { Right } from "@schedule-manager/shared/api/api";
import { nameOfIdentity } from "@schedule-manager/shared/sync/person-name";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { Failed } from "../failure";
import type { Settings } from "../settings";

/** The caller as validated by Twilio. Nothing here comes from the request itself. */
export interface Person {
  readonly identity: string;
  readonly roles: readonly string[];
  /** ms since the epoch; Infinity when Twilio's answer has no expiration. */
  readonly expiresAt: number;
}

/** The highest permission of the person's roles. Any valid token of the account may read. */
export function rightOf(
  person: Person,
  settings: Pick<Settings, "editorRoles" | "toggleRoles" | "viewerRoles">,
): Right {
  if (person.roles.some((role) => settings.editorRoles.includes(role))) return "edit";
  if (person.roles.some((role) => settings.toggleRoles.includes(role))) return "toggle";
  if (person.roles.some((role) => settings.viewerRoles.includes(role))) return "view";
  return "read";
}

export function mustPublish(right: Right): "toggle" | "edit" {
  if (right === "edit" || right === "toggle") return right;
  throw new Failed(
    "not-allowed",
    "Your role may not change schedules. Ask an administrator: EDITOR_ROLES and TOGGLE_ROLES list the roles that may.",
  );
}

export const actorOf = ({ identity }: Person): Actor => ({ identity, name: nameOfIdentity(identity) });
