import { formatOfFile } from "@schedule-manager/shared/import-export/configuration/file-format";

/** A chosen file, parsed as far as possible without further input. */
export type ReadFile =
  | { readonly type: "calendar"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: "configuration"; readonly name: string; readonly json: unknown }
  | { readonly type: "unreadable"; readonly name: string; readonly why: "import.failed" | "import.notJson" };

export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { type: "unreadable", name, why: "import.failed" };
  }
  if (formatOfFile(bytes, name) === "ics") return { type: "calendar", name, bytes };
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { type: "configuration", name, json };
  } catch {
    return { type: "unreadable", name, why: "import.notJson" };
  }
}
