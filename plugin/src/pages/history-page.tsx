import { useDispatch, useSelector } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../services/services";
import { opened } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { stored } from "../catalogue/stored";
import { useItem } from "../ui/use-item";
import { useMayChange } from "../locks/use-may-change";
import { DraftBadge } from "../ui/draft-badge";
import { HistoryView } from "./history-view";
import { PageHeader } from "./page-header";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
}

/** The history page of one item, including a deleted one. */
export function HistoryPage({ kind, id }: Props) {
  const { t } = useServices();
  const dispatch = useDispatch();
  const { live, draft, value } = useItem(kind, id);
  const mayChange = useMayChange(itemRef(kind, id));
  const publishing = useSelector((root: RootState) => pluginState(root).head?.publish !== null);
  const name = value?.name ?? live?.value?.name ?? "";
  return (
    <>
      <PageHeader
        title={name === "" ? t("app.tab.history") : t("history.of", { name })}
        badges={<DraftBadge draft={draft} />}
        actions={
          value !== null && (
            <Button variant="secondary" onClick={() => dispatch(opened({ kind, id }))}>
              {t("publishing.open")}
            </Button>
          )
        }
      />
      <HistoryView
        item={{
          kind,
          id,
          live: live?.value ? stored(live.value) : null,
          draft: draft?.value,
          mayRestore: mayChange,
          publishing,
        }}
        schedule={live?.value && "timeZone" in live.value ? live.value : null}
      />
    </>
  );
}
