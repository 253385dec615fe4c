import { type ReactNode, useRef } from "react";
import { useSelector } from "react-redux";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import { liveOf } from "../drafts/selectors";
import { TableLoading } from "../features/tables/table-loading";
import type { RootState } from "../store/root";
import { UnknownPage } from "./unknown-page";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  readonly children: ReactNode;
}

/**
 * The page of an item that exists, or existed since the page opened. An address may come from anywhere, and earlier than
 * the catalogue.
 */
export function KnownItem({ kind, id, children }: Props) {
  const exists = useSelector((root: RootState) => {
    const { live, drafts } = pluginState(root);
    return liveOf(live, { kind, id }) !== undefined || drafts.items[itemRef(kind, id)] !== undefined;
  });
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  const existed = useRef(false);
  if (exists) existed.current = true;
  if (existed.current) return <>{children}</>;
  return loaded ? <UnknownPage of={kind} /> : <TableLoading />;
}
