import { createContext, Fragment, type ReactNode, useContext } from "react";
import { Box } from "@twilio-paste/core/box";
import { Td, Th } from "@twilio-paste/core/table";

const Compact = createContext(false);
export const CompactRows = Compact.Provider;
/** Whether the table's rows have one line each. */
export const useCompactRows = (): boolean => useContext(Compact);

/** A cell as Paste's, whose padding can't be changed, with less of it. */
const COMPACT_CELL = {
  position: "relative",
  borderStyle: "solid",
  borderWidth: "borderWidth0",
  borderBottomWidth: "borderWidth10",
  borderColor: "colorBorderWeaker",
  paddingX: "space50",
  paddingY: "space20",
  fontSize: "fontSize30",
  lineHeight: "lineHeight30",
  textAlign: "left",
  verticalAlign: "inherit",
  color: "inherit",
} as const;
const DETAIL = {
  color: "colorTextWeak",
  fontSize: "fontSize20",
  fontWeight: "fontWeightNormal",
  lineHeight: "lineHeight20",
} as const;
const ONE_LINE = { whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" } as const;

interface Props {
  readonly colSpan?: number;
  /** The column's header, which a card shows beside the cell. */
  readonly label?: string;
  readonly children: ReactNode;
}

// The roles say what cards' `display` hides from some screen readers.
export function Cell({ colSpan, label, children }: Props) {
  const span = {
    role: "cell",
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(label === undefined ? {} : { "data-label": label }),
  };
  return useCompactRows() ? (
    <Box
      as="td"
      {...COMPACT_CELL}
      {...ONE_LINE}
      {...span}
      {...(typeof children === "string" ? { title: children } : {})}
    >
      {children}
    </Box>
  ) : (
    <Td {...span}>{children}</Td>
  );
}

interface ControlProps extends Pick<Props, "label" | "children"> {
  /** The control's corner of a card. */
  readonly corner?: "select" | "menu";
}

/** A cell with a control, whose focus ring needs the room around it. */
export function ControlCell({ label, corner, children }: ControlProps) {
  const place = { role: "cell", "data-label": label, "data-corner": corner };
  return useCompactRows() ? (
    <Box as="td" {...COMPACT_CELL} {...place}>
      {children}
    </Box>
  ) : (
    <Td {...place}>{children}</Td>
  );
}

/** The header of a row. */
export function RowHeader({ children }: Pick<Props, "children">) {
  return useCompactRows() ? (
    <Box as="th" role="rowheader" {...COMPACT_CELL} {...ONE_LINE} fontWeight="fontWeightSemibold">
      {children}
    </Box>
  ) : (
    <Th scope="row" role="rowheader">
      {children}
    </Th>
  );
}

/** The lines of a cell; beside each other in compact rows. */
export function CellLines({ children }: Pick<Props, "children">) {
  return useCompactRows() ? (
    <Box display="flex" alignItems="center" columnGap="space30" minWidth="size0">
      {children}
    </Box>
  ) : (
    <Box display="flex" flexDirection="column" alignItems="flex-start" rowGap="space20" minWidth="size0">
      {children}
    </Box>
  );
}

interface TextProps {
  readonly isDetail?: boolean;
  readonly children: string;
}

/** A line of a cell; what doesn't fit a compact row is in its tooltip. */
export function CellText({ isDetail = false, children }: TextProps) {
  const isCompact = useCompactRows();
  return (
    <Box
      as="span"
      minWidth="size0"
      maxWidth="100%"
      {...(isDetail ? DETAIL : {})}
      {...(isCompact ? { ...ONE_LINE, title: children } : { overflowWrap: "anywhere" })}
    >
      {/* A long zone breaks after a slash. */}
      {children.split(/(?<=\/)/u).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </Box>
  );
}

/** The second line of a cell. */
export const CellDetail = ({ children }: Pick<TextProps, "children">) => (
  <CellText isDetail>{children}</CellText>
);
