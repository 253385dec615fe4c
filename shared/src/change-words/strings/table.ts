import type { Template } from "../../i18n/messages/messages";
import type { ItemField } from "../fields";

/** The words for what changed in a schedule or a rule. */
export interface ChangeStrings {
  /** What each field is called, as at the head of a column. */
  readonly field: Readonly<Record<ItemField, string>>;
  readonly value: {
    readonly yes: string;
    readonly no: string;
    readonly off: string;
    readonly on: string;
    /** `{when}`: date and time. */
    readonly onUntil: Template;
    /** What a schedule without queues of its own has. */
    readonly ownQueue: string;
  };
  /** `{field}`, and what it was and is. */
  readonly change: {
    /** `{before}`, `{after}`. */
    readonly replaced: Template;
    /** `{after}`, where there was nothing before. */
    readonly set: Template;
    /** `{before}`, where there is nothing any more. */
    readonly cleared: Template;
    /** `{list}`. */
    readonly added: Template;
    readonly removed: Template;
    /** `{item}`, and its places `{before}` and `{after}`. */
    readonly moved: Template;
    readonly reordered: Template;
    /** Written differently, and meaning the same. */
    readonly rewritten: Template;
  };
  readonly item: {
    readonly scheduleCreated: string;
    readonly scheduleDeleted: string;
    readonly ruleCreated: string;
    readonly ruleDeleted: string;
  };
}
