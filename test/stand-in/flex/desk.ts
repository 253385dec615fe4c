/**
 * One agent's desk: activity, live call, and the open pages, which receive an event when either changes. `now` is ms
 * since the epoch.
 */
import type { Person } from "../dev-account";
import { ACTIVITIES, type ActivityKind, AVAILABLE } from "./ids";
import { type Reservation, transfer, type Transfer } from "./voice-task";
import { attributesOf, seconds, type Worker, worker, workerChannels } from "./workspace";

/** Sends an event to an open page. */
export type Tell = (eventType: string, payload: unknown) => void;

export class Desk {
  private activity: ActivityKind = AVAILABLE;
  private call: Reservation | null = null;
  private transferred: Transfer | null = null;
  private readonly pages = new Set<Tell>();

  constructor(
    readonly person: Person,
    /** null: this person takes no calls. */
    private readonly newCall: (person: Person) => Reservation | null,
  ) {}

  /** Registers a page. An agent without a call gets one, so that a transfer is always possible. */
  open(tell: Tell): void {
    this.pages.add(tell);
    this.call ??= this.newCall(this.person);
  }

  close(tell: Tell): void {
    this.pages.delete(tell);
  }

  worker(now: number): Worker {
    return worker(this.person, now, this.activity);
  }

  channels(now: number) {
    return workerChannels(this.person, now).map((channel) => {
      if (channel.task_channel_sid !== this.call?.task.task_channel_sid) return channel;
      const left = Math.round(100 * (1 - 1 / channel.configured_capacity));
      return { ...channel, assigned_tasks: 1, available_capacity_percentage: left };
    });
  }

  reservations(): readonly Reservation[] {
    return this.call === null ? [] : [this.call];
  }

  attributes() {
    return attributesOf(this.person);
  }

  /** @returns null: no such activity */
  setActivity(sid: string, now: number): Worker | null {
    const activity = ACTIVITIES.find((each) => each.sid === sid);
    if (activity === undefined) return null;
    this.activity = activity;
    const changed = this.worker(now);
    this.tell("worker.activity.update", changed);
    return changed;
  }

  /** @returns null: no such reservation */
  setReservation(sid: string, status: string, now: number): Reservation | null {
    if (this.call === null || this.call.sid !== sid) return null;
    const ended = status === "completed";
    this.call = {
      ...this.call,
      reservation_status: status,
      date_updated: seconds(now),
      task: {
        ...this.call.task,
        assignment_status: ended ? "completed" : status === "wrapping" ? "wrapping" : "assigned",
        date_updated: seconds(now),
      },
    };
    const changed = this.call;
    this.tell(`reservation.${status === "wrapping" ? "wrapup" : status}`, changed);
    if (ended) this.call = null;
    return changed;
  }

  /**
   * Transfers the call. A cold transfer succeeds at once and moves the agent to wrap-up, as when the queue accepts the
   * call.
   * @returns null: no such call
   */
  transfer(reservationSid: string, to: string, mode: string, now: number): Transfer | null {
    if (this.call === null || this.call.sid !== reservationSid) return null;
    const begun = transfer(this.call, to, mode, "initiated", now);
    this.transferred = { ...begun, transfer_status: "complete" };
    return begun;
  }

  /** Sends the transfer's result to the pages; call it after the answer has been sent. */
  settleTransfer(now: number): void {
    if (this.call === null || this.transferred === null) return;
    const done = this.transferred;
    this.transferred = null;
    this.tell("task.transfer-initiated", { ...done, transfer_status: "initiated" });
    this.tell("task.transfer-completed", done);
    this.setReservation(this.call.sid, done.transfer_mode === "COLD" ? "completed" : "wrapping", now);
  }

  private tell(eventType: string, payload: unknown): void {
    for (const page of this.pages) page(eventType, payload);
  }
}
