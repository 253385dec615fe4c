import type { CallCode } from "../functions/call";
import type { Translate, MessageKey } from "../i18n/translate";

const WORDS: Readonly<Partial<Record<CallCode, MessageKey>>> = {
  "publish-in-progress": "publish.failed.publish-in-progress",
  "publish-conflict": "publish.failed.publish-conflict",
  "publish-stale-version": "publish.failed.publish-stale-version",
  "publish-interrupted": "publish.failed.publish-interrupted",
  "name-taken": "publish.failed.name-taken",
  "alias-taken": "publish.failed.alias-taken",
  "queue-taken": "publish.failed.queue-taken",
  "rule-in-use": "publish.failed.rule-in-use",
  "rule-missing": "publish.failed.rule-missing",
  "item-too-large": "publish.failed.item-too-large",
  "item-invalid": "publish.failed.item-invalid",
  "request-too-large": "publish.failed.request-too-large",
  "sync-busy": "publish.failed.sync-busy",
  "sync-unreachable": "publish.failed.sync-unreachable",
  "not-allowed": "publish.failed.not-allowed",
  "token-missing": "publish.failed.token",
  "token-invalid": "publish.failed.token",
  "not-set-up": "publish.failed.not-set-up",
  unreachable: "publish.failed.unreachable",
};

/** Describes why a publish failed, and the remedy. */
export function describePublishFailure(t: Translate, code: CallCode): string {
  const key = WORDS[code];
  return key === undefined ? t("publish.failed.other", { code }) : t(key);
}
