/** The Flex page and its two scripts, which are compiled on the first request. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { ACCOUNT_SID, PERSONS, personNamed } from "../dev-account";
import { TOKEN_LIFE_MS } from "./account";

const compiled = new Map<string, Promise<string>>();

export function pageScript(name: "shim" | "boot"): Promise<string> {
  const made = compiled.get(name) ?? compile(name);
  compiled.set(name, made);
  return made;
}

async function compile(name: string): Promise<string> {
  const source = await readFile(join(__dirname, "page", `${name}.ts`), "utf8");
  const { code } = await transform(source, { loader: "ts", target: "es2022", format: "esm" });
  return `(() => {\n${code.replace(/^export\s*\{\s*\};?$/gm, "")}\n})();\n`;
}

const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const shell = (head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Flex (local stand-in)</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;

const bootConfig = JSON.stringify({ accountSid: ACCOUNT_SID, persons: PERSONS, tokenLife: TOKEN_LIFE_MS });

/** The path of the reload events. */
export const RELOADS_PATH = "/stand-in/reloads";

/**
 * @param hostBundle the address of the Flex UI's bundle
 * @param reloads whether the page reloads on the server's event
 */
export const flexPage = (hostBundle: string, reloads: boolean): string =>
  shell(
    `<style>body,#container,.Twilio-ContactCenter-Container{width:100vw;height:100vh;margin:0;display:flex}</style>
<script src="/stand-in/shim.js"></script>
<script src="${hostBundle}"></script>
<script>window.standIn=${bootConfig.replace(/</g, "\\u003c")}</script>`,
    `<div id="container"></div>
<script src="/stand-in/boot.js"></script>${
      reloads
        ? `\n<script>new EventSource("${RELOADS_PATH}").onmessage = () => location.reload()</script>`
        : ""
    }`,
  );

/** The page for an unknown `?as=`. */
export const nobodyPage = (requested: string): string =>
  shell(
    "<style>body{font:16px/1.5 sans-serif;margin:3rem auto;max-width:36rem}</style>",
    `<h1>No person is called “${escapeHtml(requested)}”</h1>
<p>Open Flex as one of these persons:</p>
<ul>
${PERSONS.map(
  ({ name, fullName, roles }) =>
    `<li><a href="/?as=${name}">${escapeHtml(fullName)}</a>, ${escapeHtml(roles.join(", "))}</li>`,
).join("\n")}
</ul>`,
  );

export const isPerson = (name: string): boolean => personNamed(name) !== undefined;
