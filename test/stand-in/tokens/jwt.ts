import { createHmac, timingSafeEqual } from "node:crypto";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const signature = (text: string, secret: string): Buffer =>
  createHmac("sha256", secret).update(text).digest();

export type Claims = Readonly<Record<string, unknown>>;
export const isClaims = (value: unknown): value is Claims => typeof value === "object" && value !== null;

/** Signs with HS256. */
export function signJwt(header: Claims, payload: Claims, secret: string): string {
  const text = `${encode({ ...header, alg: "HS256", typ: "JWT" })}.${encode(payload)}`;
  return `${text}.${signature(text, secret).toString("base64url")}`;
}

/** @returns null for a text that is not a JWT; `isSignedBy` checks the signature */
export function readJwt(token: string): { readonly header: Claims; readonly payload: Claims } | null {
  const parts = token.split(".");
  if (parts.length !== 3) return null;
  try {
    const [header, payload] = parts
      .slice(0, 2)
      .map((part): unknown => JSON.parse(Buffer.from(part, "base64url").toString()));
    return isClaims(header) && isClaims(payload) ? { header, payload } : null;
  } catch {
    return null;
  }
}

export function isSignedBy(token: string, secret: string): boolean {
  const end = token.lastIndexOf(".");
  const given = Buffer.from(token.slice(end + 1), "base64url");
  const expected = signature(token.slice(0, end), secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
