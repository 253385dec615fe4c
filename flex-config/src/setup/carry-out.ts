/** Executes a plan through the `twilio` library. */
import { HEAD } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../live/limit-concurrency";
import type { SyncObject } from "./layout";
import type { Named, SetupPlan, SetupStep, Taken } from "./plan";
import type { SyncService } from "./lease-holder";
import { hasStatus, unlessGone } from "../live/rest-error";

/** Concurrent requests. `paced-requests.ts` keeps them below a service's 20 creations a second. */
const WIDTH = 4;

export interface CarryOutOptions {
  readonly onStep?: (step: SetupStep) => void;
  /** Called before each step. */
  readonly before?: () => Promise<void>;
}

/** Most rounds of planning, when others create objects between a plan and its step. */
const ROUNDS = 5;

/** Plans and executes until the objects match the plan. */
export async function bring(
  service: SyncService,
  plan: () => Promise<SetupPlan>,
  options: CarryOutOptions = {},
): Promise<{ readonly ok: true } | { readonly ok: false; readonly taken: Taken }> {
  let overtaken: readonly Named[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const planned = await plan();
    if (!planned.ok) return planned;
    overtaken = await carryOut(service, planned.steps, options);
    if (overtaken.length === 0) return { ok: true };
  }
  const [first] = overtaken;
  if (first === undefined) return { ok: true };
  return { ok: false, taken: { type: first.type, name: first.name, createdBy: "somebody else", items: 0 } };
}

/**
 * @returns objects that others created after the plan, which requires a new plan
 */
async function carryOut(
  service: SyncService,
  steps: readonly SetupStep[],
  { onStep, before }: CarryOutOptions = {},
): Promise<readonly Named[]> {
  const overtaken: Named[] = [];
  const isHead = (step: SetupStep): boolean => step.type !== "enable-acl" && step.object.name === HEAD;
  const others = steps.filter((step) => !isHead(step));
  // Creates objects before their permissions, and `head` last, because readers take it as proof of a complete
  // set-up.
  const phases: readonly (readonly [readonly SetupStep[], width: number])[] = [
    [others.filter((step) => step.type === "enable-acl"), 1],
    [others.filter((step) => step.type === "remove"), WIDTH],
    [others.filter((step) => step.type === "create"), WIDTH],
    [others.filter((step) => !["enable-acl", "remove", "create"].includes(step.type)), WIDTH],
    [steps.filter(isHead), 1],
  ];
  for (const [phase, width] of phases) {
    await limitConcurrency(phase, width, async (step) => {
      await before?.();
      if (step.type !== "create") await apply(service, step);
      else if (!(await create(service, step.object))) {
        overtaken.push(step.object);
        return;
      }
      onStep?.(step);
    });
    // Stops here: nothing may depend on a foreign object, least of all `head`.
    if (overtaken.length > 0) break;
  }
  return overtaken;
}

async function apply(service: SyncService, step: Exclude<SetupStep, { type: "create" }>): Promise<void> {
  if (step.type === "enable-acl") {
    await service.update({ aclEnabled: true });
    return;
  }
  const { type, name } = step.object;
  const map = service.syncMaps(name);
  const document = service.documents(name);
  switch (step.type) {
    case "remove":
      await unlessGone(type === "map" ? map.remove() : document.remove());
      return;
    case "revoke":
      await unlessGone(
        type === "map"
          ? map.syncMapPermissions(step.identity).remove()
          : document.documentPermissions(step.identity).remove(),
      );
      return;
    case "permit":
      if (type === "map") await map.syncMapPermissions(step.identity).update(step.rights);
      else await document.documentPermissions(step.identity).update(step.rights);
      return;
    case "keep":
      if (step.key !== undefined) await unlessGone(map.syncMapItems(step.key).update({ itemTtl: 0 }));
      else if (type === "map") await map.update({ collectionTtl: 0 });
      else await document.update({ ttl: 0 });
  }
}

/** Returns false when an object with this name already exists. */
async function create(service: SyncService, { type, name, data }: SyncObject): Promise<boolean> {
  try {
    if (type === "map") await service.syncMaps.create({ uniqueName: name });
    else await service.documents.create({ uniqueName: name, data: data ?? {} });
    return true;
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    return false;
  }
}
