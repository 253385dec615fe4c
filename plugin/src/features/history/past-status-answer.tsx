import { useMemo } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import type { DecisionAt } from "@schedule-manager/shared/history/decision-at";
import { REASON_ERROR, REASON_MANUAL } from "@schedule-manager/shared/model/model";
import type { HistoryData } from "@schedule-manager/shared/sync/layout";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { PastStatus } from "../../history/past-status";
import { useServices } from "../../services/services";
import { usePerson } from "../../ui/use-person";
import { namedRules } from "../../i18n/describe-field";
import { formatDateTime } from "../../i18n/format-date-time";
import { useRuleNames } from "./use-rule-names";

/** In the schedule's zone, with the zone. */
const THEN: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
};

function useWho(): (entry: HistoryData) => { readonly who: string; readonly when: string } {
  const { locale } = useServices();
  const person = usePerson();
  return ({ by, at }) => ({ who: person(by), when: formatDateTime(locale, at, true) });
}

function why({ answer, closedBy }: { readonly answer: DecisionAt } & Pick<PastStatus, "closedBy">) {
  const { decision, rule, ruleEntry, scheduleEntry } = answer;
  if (decision.closedReason === REASON_MANUAL && rule === null)
    return {
      type: "manual",
      entry: closedBy?.entry ?? scheduleEntry,
      known: closedBy?.known ?? true,
    } as const;
  if (rule !== null && ruleEntry !== null) return { type: "rule", rule, entry: ruleEntry } as const;
  return { type: decision.closedReason === REASON_ERROR ? "error" : "none" } as const;
}

function Decided({ answer, closedBy }: Parameters<typeof why>[0]) {
  const { t, locale } = useServices();
  const who = useWho();
  const named = useMemo(
    () => [...answer.unknownRules, ...(answer.rule === null ? [] : referencedRules(answer.rule))],
    [answer],
  );
  const ruleName = useRuleNames(named);
  const { decision, schedule, scheduleEntry, t: at, unknownRules } = answer;
  const timeZone = zoneOf(schedule.timeZone) === null ? "UTC" : schedule.timeZone;
  const reason = why({ answer, closedBy });
  return (
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space20">
        <Badge as="span" variant={decision.isOpen ? "success" : "neutral"}>
          {describeStatus(decision, locale)}
        </Badge>
        <Text as="span" fontWeight="fontWeightSemibold">
          {t("were.at", { name: schedule.name, when: formatInstant(locale, timeZone, at, THEN) })}
        </Text>
      </Box>
      {reason.type === "manual" && (
        <Text as="p">{t(reason.known ? "were.manual" : "were.manualBefore", who(reason.entry))}</Text>
      )}
      {reason.type === "rule" && (
        <>
          <Text as="p">
            {t("were.decidedBy", {
              rule: reason.rule.name,
              words: describeRule(reason.rule, locale, {
                today: -Infinity,
                rulesById: namedRules(ruleName),
              }),
            })}
          </Text>
          <Text as="p">{t("were.ruleBy", who(reason.entry))}</Text>
        </>
      )}
      {reason.type === "none" && <Text as="p">{t("were.noRule")}</Text>}
      {reason.type === "error" && <Text as="p">{t("were.zoneBroken")}</Text>}
      <Text as="p">{t("were.scheduleBy", who(scheduleEntry))}</Text>
      {unknownRules.length > 0 && (
        <Text as="p" color="colorTextWarningStrong">
          {t("were.unknownRules", {
            names: formatList(locale, unknownRules.map(ruleName)),
            count: unknownRules.length,
          })}
        </Text>
      )}
    </Box>
  );
}

/**
 * Shows a schedule's past status, the rule and person that decided, and since when that was published; or why it is
 * unknown.
 */
export function PastStatusAnswer({ were }: { readonly were: PastStatus }) {
  const { t } = useServices();
  const who = useWho();
  if (were.type === "decided") return <Decided answer={were.answer} closedBy={were.closedBy} />;
  if (were.type === "invalid") return <Text as="p">{t("were.missing")}</Text>;
  const { type: kind, entry, first } = were;
  if (entry !== null)
    return <Text as="p">{t(kind === "absent" ? "were.deleted" : "were.unreadable", who(entry))}</Text>;
  if (first === null) return <Text as="p">{t("were.none")}</Text>;
  return <Text as="p">{t(kind === "absent" ? "were.notYet" : "were.before", who(first))}</Text>;
}
