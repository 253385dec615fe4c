import type { Rights, SyncObject } from "./layout";

/** An existing object. */
export interface ObjectState {
  readonly rights: Readonly<Record<string, Rights>>;
  /** Identity of the creator; objects created through the REST API have `SYSTEM`. */
  readonly createdBy: string;
  /** True when Sync will delete it. */
  readonly expires: boolean;
  /** Number of items in a map; 0 for a document. */
  readonly items: number;
  /** Keys of items that Sync will delete although they should stay. */
  readonly expiringItems: readonly string[];
}

/** The existing objects, by `objectKey`. */
export interface SyncState {
  readonly aclEnabled: boolean;
  readonly objects: ReadonlyMap<string, ObjectState>;
}

/** Creator of objects made with the account's credentials. */
export const SYSTEM = "system";

export type Named = Pick<SyncObject, "type" | "name">;

export type SetupStep =
  | { readonly type: "enable-acl" }
  | { readonly type: "remove"; readonly object: Named }
  | { readonly type: "create"; readonly object: SyncObject }
  | { readonly type: "revoke"; readonly object: Named; readonly identity: string }
  | { readonly type: "permit"; readonly object: Named; readonly identity: string; readonly rights: Rights }
  /**
   * @param key key of an item; absent: the object itself
   */
  | { readonly type: "keep"; readonly object: Named; readonly key?: string };

/** An object that must not be used, and that only a person may delete. */
export interface Taken extends Named {
  readonly createdBy: string;
  readonly items: number;
}

export type SetupPlan =
  { readonly ok: true; readonly steps: readonly SetupStep[] } | { readonly ok: false; readonly taken: Taken };

export const objectKey = (object: Named): string => `${object.type}:${object.name}`;

const named = ({ type, name }: Named): Named => ({ type, name });

const same = (a: Rights | undefined, b: Rights): boolean =>
  a !== undefined && a.read === b.read && a.write === b.write && a.manage === b.manage;

const isSome = ({ read, write, manage }: Rights): boolean => read || write || manage;

/** Steps that correct an existing object without losing its content. */
function correct(object: SyncObject, existing: ObjectState | undefined): SetupStep[] {
  const { rights } = object;
  const expiring = existing?.expiringItems ?? [];
  return [
    ...(existing?.expires === true ? [{ type: "keep", object: named(object) } as const] : []),
    ...expiring.map((key) => ({ type: "keep", object: named(object), key }) as const),
    ...Object.entries(existing?.rights ?? {}).flatMap(([identity, given]) =>
      identity in rights || !isSome(given)
        ? []
        : [{ type: "revoke", object: named(object), identity } as const],
    ),
    ...Object.entries(rights).flatMap(([identity, wanted]) =>
      same(existing?.rights[identity], wanted)
        ? []
        : [{ type: "permit", object: named(object), identity, rights: wanted } as const],
    ),
  ];
}

/** Steps from the current to the wanted state; empty when nothing is missing. Never deletes anything. */
export function planSetup(current: SyncState, wanted: readonly SyncObject[]): readonly SetupStep[] {
  const steps: SetupStep[] = current.aclEnabled ? [] : [{ type: "enable-acl" }];
  for (const object of wanted) {
    const existing = current.objects.get(objectKey(object));
    if (existing === undefined) steps.push({ type: "create", object });
    steps.push(...correct(object, existing));
  }
  return steps;
}

/**
 * Plans the first use of objects. Sync does not document whether an identity without permissions can create
 * objects, so a browser may have created one of these names and may keep access to it. Recreates objects that
 * are not ours and empty, unless content could be lost.
 * @param leftovers meaning of items in our own maps: copies of an interrupted run, or possibly originals
 */
export function planFirstUse(
  current: SyncState,
  wanted: readonly SyncObject[],
  leftovers: "copies" | "originals",
): SetupPlan {
  const removals: SetupStep[] = [];
  const kept = new Map(current.objects);
  for (const object of wanted) {
    const existing = current.objects.get(objectKey(object));
    if (existing === undefined) continue;
    const { createdBy, items } = existing;
    const isOurs = createdBy === SYSTEM;
    if (isOurs && items === 0) continue;
    const isEmpty = object.type === "map" && items === 0;
    if (!isEmpty && !(isOurs && leftovers === "copies")) {
      return { ok: false, taken: { ...named(object), createdBy, items } };
    }
    removals.push({ type: "remove", object: named(object) });
    kept.delete(objectKey(object));
  }
  return { ok: true, steps: [...removals, ...planSetup({ ...current, objects: kept }, wanted)] };
}

/** Describes a step for progress and dry runs. */
export function describeStep(step: SetupStep): string {
  switch (step.type) {
    case "enable-acl":
      return "turn on access control for the Sync service";
    case "remove":
      return `delete the ${step.object.type} ${step.object.name}, to create it again`;
    case "create":
      return `create the ${step.object.type} ${step.object.name}`;
    case "revoke":
      return `revoke the permissions of ${step.identity} on ${step.object.name}`;
    case "permit":
      return `let ${step.identity} ${step.rights.write ? "read and write" : "read"} ${step.object.name}`;
    case "keep":
      return step.key === undefined
        ? `keep the ${step.object.type} ${step.object.name} from expiring`
        : `keep the item ${step.key} of ${step.object.name} from expiring`;
  }
}

/** Describes why set-up stops and how to resolve it. */
export function describeTaken({ type, name, createdBy, items }: Taken): string {
  if (createdBy === SYSTEM) {
    return `The ${type} ${name} has ${items} items, but there is no document head. Restore the document head through Twilio's REST API if the schedules are needed; otherwise delete the ${type} in the Sync console and run this again.`;
  }
  const holds = type === "map" && items > 0 ? ` with ${items} ${items === 1 ? "item" : "items"}` : "";
  return `"${createdBy}" created the ${type} ${name}${holds} before its first use. Check it in the Sync console, delete it if its content is not needed, and run this again.`;
}
