import { Th } from "@twilio-paste/core/table";
import { SelectBox } from "./select-box";
import type { Selection } from "./use-selection";

interface Props {
  readonly label: string;
  /** The ids of the rows that the box stands for. */
  readonly ids: readonly string[];
  readonly selection: Selection;
}

/** The header of the boxes: selects all rows that the search and filters leave. */
export function SelectAll({ label, ids, selection }: Props) {
  return (
    <Th role="columnheader" width="3.25rem">
      <SelectBox
        label={label}
        checked={ids.length > 0 && ids.every((id) => selection.ids.has(id))}
        some={ids.some((id) => selection.ids.has(id))}
        onChange={(to) => {
          if (to) selection.selectAll(ids);
          else selection.clear();
        }}
      />
    </Th>
  );
}
