import { SEARCH_DAYS } from "@schedule-manager/shared/evaluator/next-change";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { REASON_ERROR } from "@schedule-manager/shared/model/model";
import type { Decision } from "@schedule-manager/shared/model/model";
import { evaluateCivilMinute, parseSimulate } from "@schedule-manager/shared/evaluator/simulate";
import type { Simulate } from "@schedule-manager/shared/evaluator/simulate";
import { Failed } from "../failure";
import type { Found } from "../catalogue/catalogue";
import type { Request } from "../http/request";

/** Longer than any name: longer values are refused, shorter ones are merely unknown. */
const MAX_NAME = 8192;
const MAX_SIMULATE = 64;

export interface Ask {
  readonly name: string;
  /** null: now. */
  readonly simulate: Exclude<Simulate, { type: "invalid" }> | null;
  readonly details: boolean;
  readonly locale: string;
  /** The sentence includes closures that begin within this number of days. */
  readonly announce: number;
}

export function nameFrom(request: Request): string {
  const name = request.text("name", MAX_NAME);
  if (name === null || name === "") {
    throw new Failed("name-missing", "Send the name of the schedule as name.");
  }
  return name;
}

/** Parses the parameters of a check, or throws the reason why they are invalid. */
export function askFrom(request: Request): Ask {
  return {
    name: nameFrom(request),
    simulate: simulateFrom(request.text("simulate", MAX_SIMULATE)),
    details: request.text("details", 8) === "true",
    locale: request.text("locale", 35) ?? "en",
    announce: announceFrom(request.text("announce", 8)),
  };
}

function announceFrom(text: string | null): number {
  if (text === null || text === "") return 0;
  if (/^\d{1,3}$/.test(text) && Number(text) <= SEARCH_DAYS) return Number(text);
  throw new Failed(
    "request-invalid",
    `Send "announce" as a number of days from 0 to ${SEARCH_DAYS}, or leave it out.`,
  );
}

function simulateFrom(text: string | null): Ask["simulate"] {
  // Studio sends an empty parameter as an empty text.
  if (text === null || text === "") return null;
  const simulate = parseSimulate(text);
  if (simulate.type === "invalid") throw new Failed("simulate-invalid", simulate.reason);
  return simulate;
}

/** @param now ms since the epoch */
export function decide({ compiled }: Found, simulate: Ask["simulate"], now: number): Decision {
  if (simulate?.type === "label") return evaluateCivilMinute(compiled, simulate);
  return evaluate(compiled, simulate?.t ?? now);
}

/** True when the zone is unknown, so there is no wall clock. */
export const isUndecided = (decision: Decision): boolean =>
  decision.ruleId === null && decision.closedReason === REASON_ERROR;
