import { type ReactElement, useEffect, useState } from "react";
import { nextTask } from "../../drafts/work-in-slices";

/** Rows per task: what a screen shows first, and less than a tenth of a second of work. */
const SLICE = 10;

interface Props<Row> {
  /** Another page needs another key. */
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactElement;
}

/** Renders the rows of a page in several tasks, so that the first ones are seen early and input is answered between. */
export function RowsInSlices<Row>({ rows, children }: Props<Row>) {
  const [count, setCount] = useState(SLICE);
  const isWhole = count >= rows.length;
  useEffect(
    () =>
      isWhole
        ? undefined
        : nextTask(() => {
            setCount(count + SLICE);
          }),
    [isWhole, count],
  );
  return <>{(isWhole ? rows : rows.slice(0, count)).map(children)}</>;
}
