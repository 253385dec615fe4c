import { sameName } from "@schedule-manager/shared/model/names";
import type { Queue } from "@schedule-manager/shared/model/queues";

/** The queues that the transfer dialog has shown, since Flex tells only there which SID has which name. */
export class KnownQueues {
  private readonly bySid = new Map<string, Queue>();
  private readonly byName = new Map<string, Queue>();

  add(queue: Queue): void {
    this.bySid.set(queue.sid, queue);
    this.byName.set(sameName(queue.name), queue);
  }

  /** A queue by its SID or its name. */
  find(sidOrName: string): Queue | undefined {
    return this.bySid.get(sidOrName) ?? this.byName.get(sameName(sidOrName));
  }
}
