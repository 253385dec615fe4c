import type { CompiledSchedule } from "../../evaluator/compile";

/** Returns whether a schedule answers differently on a civil day. The deciding rule alone makes no difference. */
export function changedDays(before: CompiledSchedule, after: CompiledSchedule): (day: number) => boolean {
  /** The changes of the answer within a day, as text. */
  const answersOn = ({ plan }: CompiledSchedule, day: number): string => {
    const { starts, decisions } = plan(day);
    const changes: string[] = [];
    let last = "";
    decisions.forEach(({ isOpen, closedReason }, index) => {
      const answer = isOpen ? "open" : `closed ${closedReason}`;
      if (answer !== last) changes.push(`${starts[index] ?? 0} ${answer}`);
      last = answer;
    });
    return changes.join("\n");
  };
  return (day) => answersOn(before, day) !== answersOn(after, day);
}
