/** `functions/openapi.json`, and its description of an answer. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import type { InstanceAnswer } from "./instance";

interface HeaderObject {
  readonly required?: boolean;
  readonly schema: object;
}
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<
      string,
      { readonly headers: Readonly<Record<string, { readonly $ref: string }>>; readonly content?: object }
    >
  >;
}
interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly headers: Readonly<Record<string, HeaderObject>>;
    readonly schemas: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  };
}

const ROOT = resolve(__dirname, "../../../..");
export const api = JSON.parse(readFileSync(resolve(ROOT, "functions/openapi.json"), "utf8")) as Api;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
for (const keyword of Object.keys(api)) ajv.addKeyword(keyword);
ajv.addSchema({ ...api, $id: "api" });

const escaped = (path: string) => path.replaceAll("~", "~0").replaceAll("/", "~1");
/** Differences between a value and the schema at a JSON pointer; null: none. */
export const problems = (pointer: string, value: unknown): string | null => {
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  return validate(value) ? null : ajv.errorsText(validate.errors);
};

/** Differences between an answer and its description; empty when it matches. */
export function wrongWith(path: string, method: string, { status, body, headers }: InstanceAnswer): string[] {
  const response = api.paths[path]?.[method]?.responses[status];
  if (response === undefined) return [`${method} ${path} may not answer ${status}: ${JSON.stringify(body)}`];
  const type = (headers["Content-Type"] ?? "application/json").split(";")[0] ?? "";
  const pointer = `/paths/${escaped(path)}/${method}/responses/${status}/content/${escaped(type)}/schema`;
  const wrong =
    response.content !== undefined
      ? problems(pointer, body)
      : body === null
        ? null
        : `${path} ${status} has a body, which is not described`;
  const described = new Map(Object.entries(response.headers).map(([name, { $ref }]) => [name, $ref]));
  const headerProblems = Object.entries(headers)
    // The runtime adds its cookies, of which there are none.
    .filter(([name]) => name !== "Content-Type" && name !== "Set-Cookie")
    .map(([name, value]) => {
      const at = described.get(name);
      return at === undefined ? `header ${name} is not described` : problems(`${at.slice(1)}/schema`, value);
    });
  const missing = [...described].filter(([name, $ref]) => {
    const header = api.components.headers[$ref.split("/").at(-1) ?? ""];
    return header?.required === true && !(name in headers);
  });
  return [wrong, ...headerProblems, ...missing.map(([name]) => `header ${name} is missing`)].filter(
    (text) => text !== null,
  );
}
