import { randomBytes } from "node:crypto";
import { PERSONS, type Person } from "../dev-account";

const LIFETIME_MS = 8 * 3_600_000;

export interface FlexUser {
  readonly identity: string;
  readonly roles: readonly string[];
  readonly workerSid: string;
  readonly flexUserSid: string;
  readonly fullName: string;
  /** ms since the epoch; null: the development tokens, which never expire. */
  readonly expiresAt: number | null;
}

export type FlexValidation =
  | { readonly valid: true; readonly user: FlexUser }
  | { readonly valid: false; readonly code: number; readonly message: string };

export interface MintOptions {
  /** One of the persons by name, or any identity. */
  readonly person?: string;
  readonly identity?: string;
  readonly roles?: readonly string[];
  /** ms since the epoch. Default: eight hours from now. */
  readonly expiresAt?: number;
}

/** Flex tokens: those of the persons, and others that tests mint. */
export class FlexTokens {
  readonly #users = new Map<string, FlexUser>();

  constructor(readonly now: () => number) {
    for (const person of PERSONS) this.#users.set(person.token, { ...userOf(person), expiresAt: null });
  }

  mint({ person: name, identity, roles, expiresAt }: MintOptions): string {
    const person = PERSONS.find((one) => one.name === name) ?? PERSONS[0];
    if (person === undefined) throw new Error("The stand-in has no persons");
    const user = userOf(person);
    const token = `flex-token-${randomBytes(8).toString("hex")}`;
    this.#users.set(token, {
      ...user,
      identity: identity ?? user.identity,
      roles: roles ?? user.roles,
      expiresAt: expiresAt ?? this.now() + LIFETIME_MS,
    });
    return token;
  }

  /** Makes a token invalid, as a logout does. */
  revoke(token: string): void {
    this.#users.delete(token);
  }

  validate(token: string): FlexValidation {
    const user = this.#users.get(token);
    if (user === undefined) return { valid: false, code: 20101, message: "Invalid token" };
    if (user.expiresAt !== null && user.expiresAt <= this.now()) {
      return { valid: false, code: 20104, message: "Token expired" };
    }
    return { valid: true, user };
  }

  /** Twilio's answer to a token validation. */
  describe(token: string) {
    const result = this.validate(token);
    if (!result.valid) return result;
    const { user } = result;
    return {
      valid: true,
      code: 0,
      message: null,
      expiration: new Date(user.expiresAt ?? this.now() + LIFETIME_MS).toISOString(),
      realm_user_id: user.identity,
      identity: user.identity,
      roles: user.roles,
      worker_sid: user.workerSid,
      flex_user_sid: user.flexUserSid,
    };
  }
}

const userOf = ({ identity, roles, workerSid, flexUserSid, fullName }: Person) => ({
  identity,
  roles,
  workerSid,
  flexUserSid,
  fullName,
});
