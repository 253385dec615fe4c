import { fieldOf } from "@schedule-manager/shared/collections/record";
import { Failed } from "../failure";
import type { RawEvent } from "../runtime/twilio-runtime";

/**
 * The incoming fields, read only by name and never iterated, merged or copied, so that no field name can reach a
 * prototype.
 */
export interface Request {
  /** null: absent. Refuses anything but a single text. */
  text(name: string, maxLength: number): string | null;
  /** A JSON value from a JSON body, or parsed from the text of a form field. null: absent. */
  json(name: string, maxLength: number): unknown;
  header(name: string): string | null;
  /** All text fields in their order of arrival, for the signature only. */
  fields(): readonly Field[];
}

export interface Field {
  readonly name: string;
  /** Several values when the name was repeated. */
  readonly values: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === "string";

const tooLong = (name: string, maxLength: number) =>
  new Failed("request-too-large", `"${name}" is longer than ${maxLength} characters.`);

export function requestFrom(event: RawEvent): Request {
  const request: Request = {
    text(name, maxLength) {
      const value = fieldOf(event, name);
      if (value === undefined || value === null) return null;
      if (typeof value !== "string") {
        throw new Failed(
          "request-invalid",
          `Send "${name}" once and as text; received ${Array.isArray(value) ? "several values" : typeof value}.`,
        );
      }
      if (value.length > maxLength) {
        throw tooLong(name, maxLength);
      }
      return value;
    },

    json(name, maxLength) {
      const value = fieldOf(event, name);
      if (value === undefined || value === null) return null;
      if (typeof value === "object") {
        if (JSON.stringify(value).length > maxLength) throw tooLong(name, maxLength);
        return value;
      }
      const text = request.text(name, maxLength) ?? "";
      try {
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        throw new Failed("request-invalid", `"${name}" is not JSON.`);
      }
    },

    header(name) {
      const value = fieldOf(fieldOf(fieldOf(event, "request"), "headers"), name.toLowerCase());
      return typeof value === "string" ? value : null;
    },

    fields() {
      return Object.entries(event).flatMap(([name, value]): Field[] => {
        const values: readonly unknown[] = Array.isArray(value) ? value : [value];
        return name !== "request" && values.every(isText) ? [{ name, values }] : [];
      });
    },
  };
  return request;
}
