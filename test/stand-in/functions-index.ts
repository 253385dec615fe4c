/** The page at the functions' own address: every request that the OpenAPI document describes, with examples to open. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./cache";

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The schedule of the example configuration. */
const EXAMPLE = "Example";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function row(path: string, method: string, { summary, parameters = [] }: Operation): string {
  const query = parameters.filter((one) => one.in === "query");
  const example = query.some(({ name, required }) => name === "name" && required)
    ? `${path}?name=${EXAMPLE}`
    : path;
  const address =
    method === "get" ? `<a href="${escapeHtml(example)}">${escapeHtml(example)}</a>` : escapeHtml(path);
  const names = query.map(({ name, required }) => (required === true ? name : `${name}?`)).join(", ");
  return `<tr><td>${method.toUpperCase()}</td><td><code>${address}</code></td><td>${escapeHtml(summary)}</td><td>${escapeHtml(names)}</td></tr>`;
}

export async function functionsIndex(): Promise<string> {
  const { paths } = JSON.parse(await readFile(join(ROOT, "functions/openapi.json"), "utf8")) as OpenApi;
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => row(path, method, operation)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Functions (local)</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
</style>
</head>
<body>
<h1>Functions of Flex Schedule Manager</h1>
<p>Twilio has no such page; this one lists what <code>functions/openapi.json</code> describes.</p>
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Address</th><th scope="col">Answer</th><th scope="col">Query</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p>Requests by POST take a Flex token; <code>functions/README.md</code> describes each.</p>
</body>
</html>
`;
}
