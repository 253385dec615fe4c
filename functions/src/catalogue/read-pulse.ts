import { parsePulse } from "@schedule-manager/shared/layout-schema";
import { pulseName } from "@schedule-manager/shared/sync-layout";
import type { PulseData } from "@schedule-manager/shared/sync-layout";
import { SyncFailure } from "../sync/sync-failure";
import type { LoadOptions } from "./load-options";

export async function readPulse({ reader, pulse }: LoadOptions): Promise<PulseData> {
  const document = await reader.readDocument(pulseName(pulse));
  const data = document === null ? null : parsePulse(document.data);
  if (data === null) throw new SyncFailure("missing", "a pulse is missing or spoilt: run the set-up");
  return data;
}
