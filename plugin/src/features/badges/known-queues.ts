import { sameName } from "@schedule-manager/shared/model/names";
import type { Queue } from "@schedule-manager/shared/model/queues";

/** The queues that the transfer dialog has shown. Flex gives a queue's SID and name together only there. */
export class KnownQueues {
  private readonly bySid = new Map<string, Queue>();
  private readonly byName = new Map<string, Queue>();

  add(queue: Queue): void {
    this.bySid.set(queue.sid, queue);
    this.byName.set(sameName(queue.name), queue);
  }

  /** Finds a queue by SID or name. */
  find(sidOrName: string): Queue | undefined {
    return this.bySid.get(sidOrName) ?? this.byName.get(sameName(sidOrName));
  }
}
