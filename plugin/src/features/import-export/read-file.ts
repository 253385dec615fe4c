import { formatOfFile } from "@schedule-manager/shared/import-export/configuration/file-format";
import { hasConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";

/** A chosen file, parsed as far as possible without further input. */
export type ReadFile =
  | { readonly type: "calendar"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: "configuration"; readonly name: string; readonly json: unknown }
  | {
      readonly type: "unreadable";
      readonly name: string;
      readonly why: `import.${"failed" | "empty" | "notJson" | "brokenJson" | "notOurs"}`;
    };

export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { type: "unreadable", name, why: "import.failed" };
  }
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") return { type: "unreadable", name, why: "import.empty" };
  if (formatOfFile(bytes, name) === "ics") return { type: "calendar", name, bytes };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const isMeantAsJson = /^\s*[{[]/.test(text);
    return { type: "unreadable", name, why: isMeantAsJson ? "import.brokenJson" : "import.notJson" };
  }
  return hasConfiguration(json)
    ? { type: "configuration", name, json }
    : { type: "unreadable", name, why: "import.notOurs" };
}
