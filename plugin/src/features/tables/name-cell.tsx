import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Th } from "@twilio-paste/core/table";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useTranslate } from "../../services/services";
import type { Draft } from "../../drafts/draft";
import { opened } from "../../navigation/navigation";
import { DraftBadge } from "../../ui/draft-badge";
import { LockBadge } from "../../ui/lock-badge";
import { Problems } from "./problems";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  readonly name: string;
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

/** The row header: the name as a link to the item's page, with badges. */
export function NameCell({ kind, id, name, draft, findings }: Props) {
  const t = useTranslate();
  const dispatch = useDispatch();
  const shown = name === "" ? t(kind === "schedule" ? "page.newSchedule" : "page.newRule") : name;
  return (
    <Th scope="row">
      <Box display="flex" flexDirection="column" alignItems="flex-start" rowGap="space20" minWidth="size0">
        <Button variant="link" data-opens={itemRef(kind, id)} onClick={() => dispatch(opened({ kind, id }))}>
          <Box as="span" overflowWrap="anywhere" textAlign="left" whiteSpace="normal">
            {shown}
          </Box>
        </Button>
        <DraftBadge draft={draft} />
        <LockBadge item={itemRef(kind, id)} />
        <Problems findings={findings} />
      </Box>
    </Th>
  );
}
