import { memo } from "react";
import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft } from "../../drafts/draft";
import { opened } from "../../navigation/navigation";
import { DraftBadge } from "../../ui/draft-badge";
import { LockBadge } from "../../ui/lock-badge";
import { Problems } from "./problems";
import { CellDetail, CellLines, RowHeader, useCompactRows } from "./table-cell";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  /** What the item is called. */
  readonly title: string;
  /** A schedule's group; empty: none. */
  readonly group?: string;
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

/** The row header: the name as a link to the item's page, with badges. */
export const NameCell = memo(function NameCell({ kind, id, title, group = "", draft, findings }: Props) {
  const dispatch = useDispatch();
  const isCompact = useCompactRows();
  return (
    <RowHeader>
      <CellLines>
        <Button variant="link" data-opens={itemRef(kind, id)} onClick={() => dispatch(opened({ kind, id }))}>
          <Box
            as="span"
            textAlign="left"
            {...(isCompact
              ? { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", title }
              : { overflowWrap: "anywhere", whiteSpace: "normal" })}
          >
            {title}
          </Box>
        </Button>
        {group !== "" && <CellDetail>{group}</CellDetail>}
        <DraftBadge draft={draft} />
        <LockBadge item={itemRef(kind, id)} />
        <Problems findings={findings} />
      </CellLines>
    </RowHeader>
  );
});
