import { useSelector } from "react-redux";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";

/** The generation, which changes with each finished publish; null: there is no connection to read from. */
export const useHistoryVersion = (): number | null =>
  useSelector((root: RootState) => {
    const { connection, head } = pluginState(root);
    return connection.type === "connected" ? (head?.generation ?? null) : null;
  });
