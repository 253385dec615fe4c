/**
 * The contract of Sync: one suite for everything that behaves like it. The stand-in's semantics, the `twilio`
 * library and the `twilio-sync` library all run it; environment.ts says how to run it against a real account.
 */
import type { SyncPort } from "./port";
import type { Subject } from "./subject";
import { documentsSuite } from "./suites/documents";
import { mapsSuite } from "./suites/maps";

/** What every implementation does. */
export function syncSuite<P extends SyncPort>(subject: Subject<P>): void {
  mapsSuite(subject);
  documentsSuite(subject);
}
