/**
 * The contract of Sync, for every implementation: the stand-in's semantics, the `twilio` library and the
 * `twilio-sync` library. environment.ts explains how to run it on a real account.
 */
import type { SyncPort } from "./port";
import type { Subject } from "./subject";
import { documentsSuite } from "./suites/documents";
import { mapsSuite } from "./suites/maps";

/** The contract of every implementation. */
export function syncSuite<P extends SyncPort>(subject: Subject<P>): void {
  mapsSuite(subject);
  documentsSuite(subject);
}
