import { memo } from "react";
import { useTranslate } from "../../services/services";
import { SelectBox } from "./select-box";
import { ControlCell } from "./table-cell";

interface Props {
  readonly id: string;
  readonly name: string;
  /** A row that can't be read has no checkbox. */
  readonly isSelectable: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (id: string, isSelected: boolean) => void;
}

/** The cell with the checkbox that selects a row. */
export const SelectRow = memo(function SelectRow({ id, name, isSelectable, isSelected, onSelect }: Props) {
  const t = useTranslate();
  return (
    <ControlCell corner="select">
      {isSelectable && (
        <SelectBox
          label={t("bulk.select", { name })}
          checked={isSelected}
          onChange={(to) => {
            onSelect(id, to);
          }}
        />
      )}
    </ControlCell>
  );
});
