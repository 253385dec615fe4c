import { memo } from "react";
import { EntriesField } from "../../ui/fields/entries-field";
import { useTranslate } from "../../services/services";
import { EntryList } from "./entry-list";

/** The maximum length of a name in characters. */
const LONGEST = 320;

interface Props {
  readonly label: string;
  readonly help: string;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** A list of texts with buttons to add and remove entries. */
export const ListField = memo(function ListField({ items, ...field }: Props) {
  const t = useTranslate();
  return (
    <EntriesField
      {...field}
      type="text"
      maxLength={LONGEST}
      add={t("list.add")}
      entries={items}
      parse={(typed) => (typed.trim() === "" ? null : typed.trim())}
    >
      {(remove) => <EntryList items={items} onRemove={remove} />}
    </EntriesField>
  );
});
