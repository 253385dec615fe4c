import { type DragEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Text } from "@twilio-paste/core/text";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule } from "@schedule-manager/shared/model/model";
import { useTranslate } from "../../services/services";
import { useStableCallback } from "../../ui/use-stable-callback";
import { moved } from "./move";
import type { SharedWith } from "./use-shared-with";
import { type MoveWay, RuleItem } from "./rule-item";

interface Props {
  readonly ids: readonly string[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onEdit: (id: string) => void;
  /** Names of the other schedules that use a rule, by its id. */
  readonly sharedWith: SharedWith;
  /** Gives this schedule its own copy of a rule. @returns the copy's id */
  readonly onOwn: (id: string) => string | null;
  readonly findings: readonly Finding[];
  /** Civil day number. */
  readonly today: number;
}

interface Drag {
  readonly from: number;
  readonly over: number | null;
}

const NONE: readonly never[] = [];

/** The findings of each rule. A missing rule is omitted, because the list marks it. */
function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { ruleId, code } = finding;
    if (ruleId !== undefined && code !== "rule-missing")
      found.set(ruleId, [...(found.get(ruleId) ?? []), finding]);
  }
  return found;
}

/** A schedule's rules in order; drag and drop, buttons and arrow keys reorder them. */
export const RuleList = memo(function RuleList(props: Props) {
  const { ids, rules, onChange, onEdit, sharedWith, onOwn, findings, today } = props;
  const t = useTranslate();
  const list = useRef<HTMLUListElement | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [told, setTold] = useState("");
  const [focus, setFocus] = useState<{ readonly id: string; readonly on: string } | null>(null);
  const nameOf = (id: string): string =>
    rules.get(id)?.name || (rules.has(id) ? t("schedule.rule.unnamed") : id);

  // The moved rule keeps the focus; a button that becomes disabled passes it to the other one.
  useEffect(() => {
    if (focus === null) return;
    const item = list.current?.querySelector(`[data-rule="${CSS.escape(focus.id)}"]`);
    const find = (on: string): HTMLButtonElement | null | undefined =>
      item?.querySelector(`[data-move="${on}"]`);
    const wanted = find(focus.on);
    const other = find(focus.on === "up" ? "down" : "up");
    (wanted?.disabled === true ? other : wanted)?.focus();
    setFocus(null);
  }, [focus]);

  const findingsOf = useMemo(() => byRule(findings), [findings]);
  const put = (from: number, to: number): void => {
    const next = moved(ids, from, to);
    const id = ids[from];
    if (next === ids || id === undefined) return;
    onChange(next);
    setTold(t("schedule.rule.moved", { name: nameOf(id), place: next.indexOf(id) + 1, count: ids.length }));
  };
  const onMove = useStableCallback((from: number, way: MoveWay, by: "button" | "handle"): void => {
    const id = ids[from];
    put(from, way === "up" ? from - 1 : from + 1);
    if (id !== undefined) setFocus({ id, on: by === "handle" ? "handle" : way });
  });
  const onRemove = useStableCallback((index: number): void => {
    onChange(ids.filter((_, other) => other !== index));
    setTold(t("schedule.rule.removed", { name: nameOf(ids[index] ?? "") }));
  });
  const onOwnRule = useStableCallback((id: string): void => {
    const copy = onOwn(id);
    if (copy === null) return;
    setFocus({ id: copy, on: "handle" });
    setTold(t("schedule.rule.own.done", { name: nameOf(id) }));
  });
  const onDrag = useStableCallback(
    (index: number, event: DragEvent, what: "start" | "over" | "drop" | "end"): void => {
      if (what === "start") {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", ids[index] ?? "");
        setDrag({ from: index, over: null });
      } else if (drag === null) return;
      else if (what === "over") {
        event.preventDefault();
        if (drag.over !== index) setDrag({ ...drag, over: index });
      } else {
        if (what === "drop") {
          event.preventDefault();
          put(drag.from, index);
        }
        setDrag(null);
      }
    },
  );
  const dropOf = (index: number): "before" | "after" | null =>
    drag === null || drag.over !== index || index === drag.from
      ? null
      : index < drag.from
        ? "before"
        : "after";

  return (
    <>
      {ids.length === 0 ? (
        <Text as="p" color="colorTextWeak">
          {t("schedule.rules.none")}
        </Text>
      ) : (
        <Box
          as="ul"
          ref={list}
          margin="space0"
          padding="space0"
          aria-label={t("schedule.rules.list")}
          listStyleType="none"
        >
          {ids.map((id, index) => (
            <RuleItem
              // The list can contain a rule twice until its finding is fixed.
              key={ids.indexOf(id) === index ? id : `${id} ${index}`}
              id={id}
              rule={rules.get(id) ?? null}
              rulesById={rules}
              index={index}
              count={ids.length}
              today={today}
              findings={findingsOf.get(id) ?? NONE}
              dragged={drag?.from === index}
              drop={dropOf(index)}
              onMove={onMove}
              onRemove={onRemove}
              onEdit={onEdit}
              sharedWith={sharedWith.get(id) ?? NONE}
              onOwn={onOwnRule}
              onDrag={onDrag}
            />
          ))}
        </Box>
      )}
      <ScreenReaderOnly role="status">{told}</ScreenReaderOnly>
    </>
  );
});
