import { CatalogueCache } from "../catalogue/catalogue-cache";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import { Failed } from "../failure";
import type { Reply } from "../http/reply";
import type { Handler } from "../runtime/twilio-runtime";
import { STALE, decided, mistaken, degraded } from "./answer";
import type { DegradedReason } from "./answer";
import { askFrom, decide, isUndecided } from "./ask";
import type { Ask } from "./ask";
import { sourceFrom } from "./source";
import type { Source } from "./source";

/** The check, with a catalogue of its own. */
export function checkHandler(holder = new CatalogueCache()): Handler {
  return endpoint({
    name: "check-schedule",
    async answer(call) {
      // Loaded where it is wanted: it has no place in the cold start of everybody else.
      if (call.settings.signedOnly) (await import("../auth/twilio-signature")).mustBeSigned(call);
      const ask = askFrom(call.request);
      return answerFrom(await sourceFrom(holder, call.settings), ask, call);
    },
    failed: (failure, { settings }) =>
      failure.status < 500 ? mistaken(failure) : degraded(settings.failClosed, failure.code, failure.message),
  });
}

/** As much of a name as is worth repeating. */
const brief = (name: string): string => (name.length > 100 ? `${name.slice(0, 100)}…` : name);

async function answerFrom(source: Source | null, ask: Ask, { settings }: Call): Promise<Reply> {
  const trouble = (name: DegradedReason, error: string) => degraded(settings.failClosed, name, error);
  if (source === null) {
    return trouble(
      "nothing-held",
      "Sync can't be read, and nothing is held. Check the set-up and Twilio's status.",
    );
  }
  const found = source.catalogue.find(ask.name);
  if (found === null) {
    // What is held is old: the schedule may be new, and that is no mistake of the caller's.
    if (source.stale)
      return trouble(
        "unknown-while-stale",
        `Sync can't be read, and what is held has no "${brief(ask.name)}".`,
      );
    throw new Failed(
      "schedule-unknown",
      `There is no schedule named "${brief(ask.name)}". Check the spelling; letter case and spaces count.`,
    );
  }
  if ("problem" in found) {
    const reply = trouble(
      "unreadable",
      `The schedule can't be read (item ${found.id}: ${found.problem}). Publish it again.`,
    );
    return { ...reply, log: { ...reply.log, schedule: found.id } };
  }
  const now = Date.now();
  const decision = decide(found, ask.simulate, now);
  if (isUndecided(decision)) {
    const reply = trouble(
      "zone-unknown",
      `The time zone "${found.schedule.timeZone}" is unknown. Choose another.`,
    );
    return { ...reply, log: { ...reply.log, schedule: found.schedule.name } };
  }
  const stale = source.stale || found.outdated;
  const { isOpen, closedReason } = decision;
  return {
    status: 200,
    // Loaded when first asked for: words in eight languages have no place in a cold start.
    body: ask.details
      ? { ...decided(decision), ...(await import("./details")).detailsOf(found, decision, ask, now, source) }
      : decided(decision),
    ...(stale ? { headers: STALE } : {}),
    // Names that are none are not logged: a flow may have sent anything, a caller's number among others.
    log: { schedule: found.schedule.name, isOpen, closedReason, stale, version: source.catalogue.generation },
  };
}
