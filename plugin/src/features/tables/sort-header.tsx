import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Th } from "@twilio-paste/core/table";
import { ArrowDownIcon } from "@twilio-paste/icons/esm/ArrowDownIcon";
import { ArrowUpIcon } from "@twilio-paste/icons/esm/ArrowUpIcon";
import { UnsortedIcon } from "@twilio-paste/icons/esm/UnsortedIcon";
import type { Sorting } from "./table-view";

interface Props<Column extends string> {
  readonly column: Column;
  readonly label: string;
  readonly sorting: Sorting<Column>;
  readonly onSort: (column: Column) => void;
  readonly width?: string;
}

/** A column header that sorts the table. */
export function SortHeader<Column extends string>({ column, label, sorting, onSort, width }: Props<Column>) {
  const active = sorting.by === column;
  const Icon = !active ? UnsortedIcon : sorting.descending ? ArrowDownIcon : ArrowUpIcon;
  return (
    <Th
      role="columnheader"
      aria-sort={!active ? "none" : sorting.descending ? "descending" : "ascending"}
      {...(width === undefined ? {} : { width: width })}
    >
      <Button
        variant="reset"
        size="reset"
        onClick={() => {
          onSort(column);
        }}
      >
        {/* A long label wraps. */}
        <Box as="span" textAlign="left">
          {label}
        </Box>
        <Icon
          decorative
          size="sizeIcon20"
          // Paste's types of this version lack the token, which its themes have.
          color={active ? "colorTextIcon" : ("colorTextIconInactive" as never)}
        />
      </Button>
    </Th>
  );
}
