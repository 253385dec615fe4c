import { isRecord } from "@schedule-manager/shared/collections/record";
import { badgeHolds, describeBadge } from "@schedule-manager/shared/i18n/describe-badge";
import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Queue } from "@schedule-manager/shared/model/queues";
import type { Store } from "redux";
import { correctedNow } from "../../catalogue/clock";
import { pluginState } from "../../catalogue/root";
import { observe } from "../../redux/observe";
import type { RootState } from "../../store/root";
import type { AgentTranslate } from "../../i18n/translate";
import { BADGE_CLASS, BADGE_CSS, badgeHtml, QUEUE_ROW, unknownHtml } from "./badge-html";
import { BadgeRows } from "./badge-rows";
import type { KnownQueues } from "./known-queues";
import type { QueueSelectors } from "./queue-status";
import { staleHolds, describeStale } from "./stale";
import { unknownIn } from "./unknown";

/** Flex's template for a queue's row, and the name of the plugin's helper in it. */
const QUEUE_TEXT = "WorkerDirectoryQueueItemText";
const HELPER = "scheduleBadge";

/** Handlebars, which renders Flex's templates and which Flex puts on the window. */
export interface Templates {
  registerHelper(name: string, helper: (this: TemplateContext, queue: unknown) => string): void;
}

/** The options that Flex passes to a template helper. */
interface TemplateContext {
  readonly forceUpdate?: () => void;
}

export interface BadgeOptions {
  readonly templates: Templates;
  /** Flex's strings; the badge is appended to the row's template. */
  readonly strings: Record<string, unknown>;
  readonly document: Document;
  readonly store: Pick<Store<RootState>, "getState" | "subscribe">;
  readonly selectors: QueueSelectors;
  readonly queues: KnownQueues;
  readonly t: AgentTranslate;
  readonly locale: string;
  /** The reader's zone, IANA: agents read times in their own zone, whatever zone a schedule has. */
  readonly timeZone: string;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** Opens Sync, unless it is open. Called when the first row is rendered. */
  readonly connect: () => void;
}

function queueFrom(value: unknown): Queue | null {
  if (!isRecord(value)) return null;
  const { sid, name } = value;
  return typeof sid === "string" && typeof name === "string" ? { sid, name } : null;
}

/**
 * Shows each queue's status in Flex's transfer dialog. Its rows take no components, but their text is a template, so
 * the badge is a template helper. A row renders again when its text changes.
 */
export function installBadges(options: BadgeOptions): void {
  const { templates, strings, document, store, selectors, queues, t, locale, timeZone, localNow, connect } =
    options;
  const rows = new BadgeRows();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let following = false;
  /** The time of the first render, from which an unknown status is measured. */
  let asked = Infinity;

  const now = (): number => correctedNow(pluginState(store.getState()).clock, localNow());

  const html = (sid: string): string => {
    const queue = queues.find(sid);
    const root = store.getState();
    const found = queue === undefined ? null : selectors.queueStatus(root, queue);
    if (unknownIn(root, asked, localNow()) === 0) return unknownHtml(t("badge.unknown"));
    if (found === null) return "";
    const { schedule, status } = found;
    const at = now();
    const close = decidingClose(schedule, status.decision);
    const words = describeBadge(status.decision, status.openChange, timeZone, at, locale, close);
    return badgeHtml(status.decision.isOpen, words, describeStale(root, at, t, locale));
  };

  const shown = (): boolean => document.querySelector(`.${BADGE_CLASS}, ${QUEUE_ROW}`) !== null;

  /** One timer for all rows, running only while there are some. */
  const plan = (): void => {
    clearTimeout(timer);
    const root = store.getState();
    const at = now();
    const waits = rows.keys().flatMap((sid) => {
      const queue = queues.find(sid);
      const found = queue === undefined ? null : selectors.queueStatus(root, queue);
      const wait = found === null ? null : badgeHolds(found.status.openChange, at);
      return wait === null ? [] : [wait];
    });
    const stale = staleHolds(root, at);
    const unknown = unknownIn(root, asked, localNow());
    if (rows.keys().length > 0)
      waits.push(...[stale, unknown].filter((wait): wait is number => wait !== null && wait > 0));
    if (waits.length === 0) return;
    timer = setTimeout(
      () => {
        if (shown()) update();
        else rows.clear();
      },
      Math.min(...waits),
    );
  };

  const update = (): void => {
    rows.update(html);
    plan();
  };

  const begin = (): void => {
    if (following) return;
    following = true;
    asked = localNow();
    const style = document.createElement("style");
    style.textContent = BADGE_CSS;
    document.head.append(style);
    connect();
    observe<RootState, unknown>(store, pluginState, update);
    plan();
  };

  templates.registerHelper(HELPER, function (value) {
    const queue = queueFrom(value);
    if (queue === null) return "";
    queues.add(queue);
    const { forceUpdate } = this;
    const text = html(queue.sid);
    if (forceUpdate !== undefined) rows.rendered(queue.sid, { html: text, draw: forceUpdate });
    // Flex is rendering, and the next step dispatches, so it runs after the render.
    setTimeout(following ? plan : begin, 0);
    return text;
  });

  const text = strings[QUEUE_TEXT];
  const before = typeof text === "string" && text !== "" ? text : "{{queue.name}}";
  if (!before.includes(HELPER)) strings[QUEUE_TEXT] = `${before}{{{${HELPER} queue}}}`;
}
