import { ownValue } from "@schedule-manager/shared/collections/dictionary";
import { CONDITION_TYPES, TRIGGER, type Widget, WIDGETS } from "./widgets";

/** A problem in Studio's form (error 81022): the place, as a JSON pointer, and the message. */
export interface FlowProblem {
  readonly property_path: string;
  readonly message: string;
}

type Json = Readonly<Record<string, unknown>>;
type Report = (path: string, message: string) => void;

const MAX_STATES = 1000;
const NAME = /^[A-Za-z0-9_-]+$/;
const SIDS: Readonly<Record<string, RegExp>> = {
  service_sid: /^(ZS[0-9a-f]{32}|default)$/i,
  environment_sid: /^ZE[0-9a-f]{32}$/i,
  function_sid: /^ZH[0-9a-f]{32}$/i,
};

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const listOf = (value: unknown): readonly unknown[] | null =>
  Array.isArray(value) ? (value as unknown[]) : null;

function only(value: Json, fields: readonly string[], path: string, report: Report): void {
  for (const field of Object.keys(value))
    if (!fields.includes(field)) report(`${path}/${field}`, "is not a known property");
}

function checkCondition(condition: unknown, path: string, report: Report): void {
  if (!isObject(condition)) return report(path, "must be an object");
  only(condition, ["friendly_name", "arguments", "type", "value"], path, report);
  if (!isText(condition["friendly_name"])) report(`${path}/friendly_name`, "must be a text");
  const given = listOf(condition["arguments"]);
  if (given === null || given.length === 0 || !given.every(isText))
    report(`${path}/arguments`, "must be a list of texts");
  if (!CONDITION_TYPES.includes(String(condition["type"])))
    report(`${path}/type`, "is not a known comparison");
  if (typeof condition["value"] !== "string") report(`${path}/value`, "must be a text");
}

function checkTransition(
  transition: unknown,
  widget: Widget | undefined,
  names: ReadonlySet<unknown>,
  path: string,
  report: Report,
): void {
  if (!isObject(transition)) return report(path, "must be an object");
  only(transition, ["event", "next", "conditions"], path, report);
  const { event, next, conditions } = transition;
  if (!isText(event)) report(`${path}/event`, "must be a text");
  else if (widget?.events && !widget.events.includes(event))
    report(`${path}/event`, `is not an event of this widget: ${widget.events.join(", ")}`);
  if (next !== undefined && next !== null && !names.has(next))
    report(`${path}/next`, `no state has the name ${JSON.stringify(next)}`);
  const list = listOf(conditions);
  if (event === "match" && (list === null || list.length === 0))
    report(`${path}/conditions`, "a match needs a condition");
  list?.forEach((condition, index) => checkCondition(condition, `${path}/conditions/${index}`, report));
}

function checkParameters(parameters: unknown, path: string, report: Report): void {
  if (parameters === undefined) return;
  const list = listOf(parameters);
  if (list === null) return report(path, "must be a list");
  list.forEach((parameter, index) => {
    if (!isObject(parameter) || !isText(parameter["key"]) || typeof parameter["value"] !== "string")
      report(`${path}/${index}`, "must have a key and a value, both texts");
  });
}

function checkFunction(properties: Json, path: string, report: Report): void {
  if (!/^https:\/\//.test(String(properties["url"]))) report(`${path}/url`, "must begin with https://");
  for (const [field, form] of Object.entries(SIDS)) {
    const sid = properties[field];
    if (sid !== undefined && sid !== null && !(typeof sid === "string" && form.test(sid)))
      report(`${path}/${field}`, "is not a SID of the right kind");
  }
  checkParameters(properties["parameters"], `${path}/parameters`, report);
}

function checkSay({ say, play, digits, loop }: Json, path: string, report: Report): void {
  if ([say, play, digits].filter(isText).length !== 1) report(path, "must have one of say, play and digits");
  if (loop !== undefined && !(Number.isInteger(loop) && Number(loop) >= 1 && Number(loop) <= 99))
    report(`${path}/loop`, "must be a whole number from 1 to 99");
}

const isLiquid = (value: string): boolean => value.includes("{{");

function checkFlex({ attributes, workflow, channel }: Json, path: string, report: Report): void {
  for (const [field, value, form] of [
    ["workflow", workflow, /^WW[0-9a-f]{32}$/i],
    ["channel", channel, /^TC[0-9a-f]{32}$/i],
  ] as const) {
    if (!isText(value) || !(form.test(value) || isLiquid(value)))
      report(`${path}/${field}`, "is not a SID of the right kind");
  }
  if (attributes !== undefined && !isText(attributes)) report(`${path}/attributes`, "must be JSON as a text");
}

const CHECKS: Readonly<Record<string, (properties: Json, path: string, report: Report) => void>> = {
  "run-function": checkFunction,
  "say-play": checkSay,
  "send-to-flex": checkFlex,
};

/** Texts with unfilled placeholders. */
function checkPlaceholders(value: unknown, path: string, report: Report): void {
  if (typeof value === "string") {
    if (/\$\{\w+\}/.test(value)) report(path, `${value} was not filled in`);
  } else if (typeof value === "object" && value !== null)
    for (const [field, inner] of Object.entries(value)) checkPlaceholders(inner, `${path}/${field}`, report);
}

function checkState(state: Json, names: ReadonlySet<unknown>, path: string, report: Report): void {
  only(state, ["name", "type", "properties", "transitions"], path, report);
  const type = String(state["type"]);
  const widget = ownValue(WIDGETS, type);
  if (widget === undefined) report(`${path}/type`, `no widget has the type ${type}`);
  if (!isText(state["name"]) || !NAME.test(state["name"]))
    report(`${path}/name`, "must have letters, digits, _ and - only");
  const transitions = listOf(state["transitions"]);
  if (transitions === null) report(`${path}/transitions`, "must be a list");
  const seen = new Set<unknown>();
  transitions?.forEach((transition, index) => {
    const here = `${path}/transitions/${index}`;
    checkTransition(transition, widget, names, here, report);
    const event = isObject(transition) ? transition["event"] : undefined;
    if (event !== "match" && seen.has(event)) report(`${here}/event`, "is there twice");
    seen.add(event);
  });
  const properties = state["properties"] ?? (type === TRIGGER ? {} : undefined);
  if (!isObject(properties)) return report(`${path}/properties`, "must be an object");
  for (const field of widget?.required ?? [])
    if (properties[field] === undefined || properties[field] === "")
      report(`${path}/properties/${field}`, "is missing");
  ownValue(CHECKS, type)?.(properties, `${path}/properties`, report);
}

/**
 * The problems for which Studio would refuse a flow's definition, as far as its rules are published; empty if none is
 * found. Only `POST /v2/Flows/Validate` applies all rules.
 */
export function validateFlow(definition: unknown): readonly FlowProblem[] {
  const problems: FlowProblem[] = [];
  const report: Report = (path, message) => void problems.push({ property_path: `#${path}`, message });
  if (!isObject(definition)) return [{ property_path: "#/", message: "must be an object" }];
  only(definition, ["$schema", "description", "states", "initial_state", "flags"], "", report);
  const { states, initial_state: initial, flags } = definition;
  const list = listOf(states) ?? [];
  if (list.length < 1 || list.length > MAX_STATES)
    report("/states", `must be a list of 1 to ${MAX_STATES} states`);
  if (flags !== undefined && !(isObject(flags) && typeof flags["allow_concurrent_calls"] === "boolean"))
    report("/flags/allow_concurrent_calls", "must be true or false");

  const names = new Set<unknown>();
  list.forEach((state, index) => {
    const name = isObject(state) ? state["name"] : undefined;
    if (names.has(name)) report(`/states/${index}/name`, "is there twice");
    names.add(name);
  });
  const first = list.find((state) => isObject(state) && state["name"] === initial);
  if (!isText(initial) || first === undefined)
    report("/initial_state", `no state has the name ${JSON.stringify(initial)}`);
  else if (isObject(first) && first["type"] !== TRIGGER) report("/initial_state", "must be the trigger");
  if (list.filter((state) => isObject(state) && state["type"] === TRIGGER).length > 1)
    report("/states", "must have one trigger");
  list.forEach((state, index) => {
    if (isObject(state)) checkState(state, names, `/states/${index}`, report);
    else report(`/states/${index}`, "must be an object");
  });
  checkPlaceholders(list, "/states", report);
  return problems;
}
