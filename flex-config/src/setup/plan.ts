import type { Rights, SyncObject } from "./layout";

/** What is there already: names by type, and the rights set on each object. */
export interface SyncState {
  readonly aclEnabled: boolean;
  readonly objects: ReadonlyMap<string, { readonly rights: Readonly<Record<string, Rights>> }>;
}

export type SetupStep =
  | { readonly do: "enable-acl" }
  | { readonly do: "create"; readonly object: SyncObject }
  | {
      readonly do: "permit";
      readonly object: Pick<SyncObject, "type" | "name">;
      readonly identity: string;
      readonly rights: Rights;
    };

export const objectKey = (object: Pick<SyncObject, "type" | "name">): string =>
  `${object.type}:${object.name}`;

const same = (a: Rights | undefined, b: Rights): boolean =>
  a !== undefined && a.read === b.read && a.write === b.write && a.manage === b.manage;

/**
 * The steps from what is there to what has to be; none when nothing is missing. Nothing is ever deleted, and
 * rights come before the next object, so that an interrupted run leaves no object open to nobody.
 */
export function planSetup(current: SyncState, wanted: readonly SyncObject[]): readonly SetupStep[] {
  const steps: SetupStep[] = current.aclEnabled ? [] : [{ do: "enable-acl" }];
  for (const object of wanted) {
    const existing = current.objects.get(objectKey(object));
    if (existing === undefined) steps.push({ do: "create", object });
    for (const [identity, rights] of Object.entries(object.rights)) {
      if (same(existing?.rights[identity], rights)) continue;
      steps.push({ do: "permit", object: { type: object.type, name: object.name }, identity, rights });
    }
  }
  return steps;
}

/** A step in words, for progress and dry runs. */
export function describeStep(step: SetupStep): string {
  switch (step.do) {
    case "enable-acl":
      return "turn on access control for the Sync service";
    case "create":
      return `create the ${step.object.type} ${step.object.name}`;
    case "permit":
      return `let ${step.identity} ${step.rights.write ? "read and write" : "read"} ${step.object.name}`;
  }
}
