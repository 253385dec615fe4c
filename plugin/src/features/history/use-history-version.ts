import { useSelector } from "react-redux";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";

/** Counts finished publishes; null: there is no connection to read anything through. */
export const useHistoryVersion = (): number | null =>
  useSelector((root: RootState) => {
    const { connection, lock } = pluginState(root);
    return connection.state === "connected" ? (lock?.generation ?? null) : null;
  });
