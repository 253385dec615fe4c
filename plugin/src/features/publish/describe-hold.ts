import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft } from "../../drafts/draft";
import { formatNames } from "../../i18n/format-names";
import type { Translate } from "../../i18n/translate";
import type { Hold } from "../../publishing/choose-drafts";
import { describePublishFailure } from "../../ui/describe-publish-failure";

interface Context {
  readonly t: Translate;
  readonly locale: string;
  readonly rulesById: ReadonlyMap<string, Rule>;
  readonly nameOf: (ref: ItemRef) => string;
}

const NO_RULES: ReadonlyMap<string, Rule> = new Map();

/** What is wrong with an invalid item; null: the check's code says it. */
function invalidItem({ kind, id, value }: Draft, { t, locale, rulesById }: Context): string | null {
  if (value === null) return null;
  if (value.name.trim() === "")
    return t(kind === "schedule" ? "edit.problem.name-missing" : "rule.problem.name-missing");
  const { problem } =
    "timeZone" in value
      ? compileSchedule({ id, ...value }, NO_RULES)
      : compileRule({ id, ...value }, rulesById);
  return problem === null ? null : describeProblem(problem, locale);
}

function describeEditProblem(draft: Draft, { code }: EditProblem, context: Context): string {
  const own = code === "item-invalid" ? invalidItem(draft, context) : null;
  return own ?? describePublishFailure(context.t, code);
}

/** Sentences that say why a draft is not published. */
export function describeHold(draft: Draft, hold: Hold, context: Context): readonly string[] {
  const { t, locale, nameOf } = context;
  switch (hold.type) {
    case "invalid":
      return [...new Set(hold.problems.map((problem) => describeEditProblem(draft, problem, context)))];
    case "undecided":
      return [t("publishing.held.undecided")];
    case "needs":
      return [
        hold.refs.length === 0
          ? t("publishing.held.needsOthers")
          : t("publishing.held.needs", { names: formatNames(locale, hold.refs.map(nameOf), t) }),
      ];
  }
}
