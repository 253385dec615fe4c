import type { Rights, SyncObject } from "./layout";

/** An object that exists. */
export interface ObjectState {
  readonly rights: Readonly<Record<string, Rights>>;
  /** The creator's identity; objects made through the REST API have `SYSTEM`. */
  readonly createdBy: string;
  /** Whether Sync deletes it at some time. */
  readonly expires: boolean;
  /** How many items a map holds; 0 for a document. */
  readonly items: number;
  /** Keys of items that Sync deletes at some time, although they should stay. */
  readonly expiringItems: readonly string[];
}

/** What is there already, by `objectKey`. */
export interface SyncState {
  readonly aclEnabled: boolean;
  readonly objects: ReadonlyMap<string, ObjectState>;
}

/** The creator that Sync names for objects made with the account's credentials. */
export const SYSTEM = "system";

export type Named = Pick<SyncObject, "type" | "name">;

export type SetupStep =
  | { readonly do: "enable-acl" }
  | { readonly do: "remove"; readonly object: Named }
  | { readonly do: "create"; readonly object: SyncObject }
  | { readonly do: "revoke"; readonly object: Named; readonly identity: string }
  | { readonly do: "permit"; readonly object: Named; readonly identity: string; readonly rights: Rights }
  /** @param key an item's; absent: the object itself */
  | { readonly do: "keep"; readonly object: Named; readonly key?: string };

/** An object that must not be used, and must not be deleted without a person's decision. */
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

/** The steps that make an existing object what it has to be; nothing that it holds is lost. */
function mend(object: SyncObject, existing: ObjectState | undefined): SetupStep[] {
  const { rights } = object;
  const expiring = existing?.expiringItems ?? [];
  return [
    ...(existing?.expires === true ? [{ do: "keep", object: named(object) } as const] : []),
    ...expiring.map((key) => ({ do: "keep", object: named(object), key }) as const),
    ...Object.entries(existing?.rights ?? {}).flatMap(([identity, given]) =>
      identity in rights || !isSome(given)
        ? []
        : [{ do: "revoke", object: named(object), identity } as const],
    ),
    ...Object.entries(rights).flatMap(([identity, wanted]) =>
      same(existing?.rights[identity], wanted)
        ? []
        : [{ do: "permit", object: named(object), identity, rights: wanted } as const],
    ),
  ];
}

/** The steps from what is there to what has to be; none when nothing is missing. Nothing is ever deleted. */
export function planSetup(current: SyncState, wanted: readonly SyncObject[]): readonly SetupStep[] {
  const steps: SetupStep[] = current.aclEnabled ? [] : [{ do: "enable-acl" }];
  for (const object of wanted) {
    const existing = current.objects.get(objectKey(object));
    if (existing === undefined) steps.push({ do: "create", object });
    steps.push(...mend(object, existing));
  }
  return steps;
}

/**
 * The same before the first use of the objects. Sync does not document that an identity without rights can't create
 * objects, so any browser may have made one of these names, and may have kept a hold on it. An object that is not
 * empty and our own is made anew, if nothing can be lost by it.
 * @param leftovers what items in a map of our own are: copies that an interrupted run left, or perhaps the only ones
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
    removals.push({ do: "remove", object: named(object) });
    kept.delete(objectKey(object));
  }
  return { ok: true, steps: [...removals, ...planSetup({ ...current, objects: kept }, wanted)] };
}

/** A step in words, for progress and dry runs. */
export function describeStep(step: SetupStep): string {
  switch (step.do) {
    case "enable-acl":
      return "turn on access control for the Sync service";
    case "remove":
      return `delete the ${step.object.type} ${step.object.name}, to make it anew`;
    case "create":
      return `create the ${step.object.type} ${step.object.name}`;
    case "revoke":
      return `take the rights of ${step.identity} on ${step.object.name} away`;
    case "permit":
      return `let ${step.identity} ${step.rights.write ? "read and write" : "read"} ${step.object.name}`;
    case "keep":
      return step.key === undefined
        ? `keep the ${step.object.type} ${step.object.name} from expiring`
        : `keep the item ${step.key} of ${step.object.name} from expiring`;
  }
}

/** Why set-up stops, and what to do about it. */
export function describeTaken({ type, name, createdBy, items }: Taken): string {
  if (createdBy === SYSTEM) {
    return `The ${type} ${name} holds ${items} items, but no document head says that the service is in use. Restore the document head through Twilio's REST API if the schedules are needed; otherwise delete the ${type} in the Sync console and run this again.`;
  }
  const holds = type === "map" && items > 0 ? ` and holds ${items} ${items === 1 ? "item" : "items"}` : "";
  return `"${createdBy}" made the ${type} ${name}${holds} before its first use. Look at it in the Sync console, delete it if nothing in it is needed, and run this again.`;
}
