/** API keys of the account: https://www.twilio.com/docs/iam/api-keys/key-resource-v2010 */
import { randomBytes } from "node:crypto";
import { ACCOUNT_SID } from "../dev-account";
import { apiKeys } from "../http/accounts";
import { newSid } from "./ids";
import { created, noContent, missing, ok, type Route } from "./routes";

interface Key {
  readonly sid: string;
  readonly friendlyName: string;
  readonly created: number;
}

export class Keys {
  readonly list: Key[] = [];

  constructor(readonly now: () => number) {}

  /** @returns the key with its secret, which later reads omit */
  create(friendlyName: string): { readonly key: Key; readonly secret: string } {
    const key: Key = { sid: newSid("SK"), friendlyName, created: this.now() };
    const secret = randomBytes(16).toString("hex");
    apiKeys.set(key.sid, secret);
    this.list.push(key);
    return { key, secret };
  }

  key(sid: string): Key {
    const found = this.list.find((key) => key.sid === sid);
    if (found === undefined) throw missing(`Key ${sid}`);
    return found;
  }

  remove(sid: string): void {
    this.list.splice(this.list.indexOf(this.key(sid)), 1);
    apiKeys.delete(sid);
  }
}

const nameOf = (ids: readonly string[]): string => (ids[0] ?? "").replace(/\.json$/, "");

/** This API is older than the others: its dates have the format of e-mail, and its pages have no `meta`. */
export function keyRoutes(keys: Keys): readonly Route[] {
  const root = `/2010-04-01/Accounts/${ACCOUNT_SID}/Keys`;
  const shape = ({ sid, friendlyName, created: at }: Key) => ({
    sid,
    friendly_name: friendlyName,
    date_created: new Date(at).toUTCString(),
    date_updated: new Date(at).toUTCString(),
  });
  return [
    [
      "GET",
      `${root}.json`,
      () =>
        ok({ keys: keys.list.map(shape), page: 0, page_size: 50, next_page_uri: null, uri: `${root}.json` }),
    ],
    [
      "POST",
      `${root}.json`,
      ({ form }) => {
        const { key, secret } = keys.create(form.text("FriendlyName") ?? "");
        return created({ ...shape(key), secret });
      },
    ],
    ["GET", `${root}/*`, ({ ids }) => ok(shape(keys.key(nameOf(ids))))],
    [
      "DELETE",
      `${root}/*`,
      ({ ids }) => {
        keys.remove(nameOf(ids));
        return noContent;
      },
    ],
  ];
}
