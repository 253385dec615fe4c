import { useStore } from "react-redux";
import { chooseItems } from "@schedule-manager/shared/import-export/configuration/choose-items";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { download, fileName } from "../../ui/download";

/** Downloads a configuration of the chosen items as they are published, with the rules that they need. */
export function useExportChosen(kind: ItemKind): (ids: ReadonlySet<string>) => void {
  const { selectLiveConfiguration } = useSelectors();
  const { t, notify, localNow } = useServices();
  const store = useStore<RootState>();
  return (ids) => {
    const live = selectLiveConfiguration(store.getState());
    const found = (kind === "schedule" ? live.schedules : live.rules).filter(({ id }) => ids.has(id));
    const [first, ...more] = found;
    if (first !== undefined) {
      const name =
        more.length === 0
          ? fileName(first.name, "json")
          : `${kind === "schedule" ? "schedules" : "rules"}-${formatDate(Math.floor(localNow() / DAY_MS))}.json`;
      download(name, "application/json", exportConfiguration(chooseItems(live, kind, ids)));
    }
    const left = ids.size - found.length;
    if (left > 0) notify("warning", t("bulk.export.unpublished", { count: left }));
  };
}
