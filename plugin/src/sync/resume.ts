/**
 * Going on from a position. Opening an object costs Sync a read, and reads are what thousands of browsers that
 * reload at once have too few of (20 a second for each object). The SDK itself can open what it remembers of its
 * tab without asking Sync, but forgets how far a map had come; here it is handed our own memory instead. The two
 * places of the SDK that this touches are not documented, so whatever is not as expected means: read.
 */
import type { SyncClient } from "twilio-sync";
import type { DocumentPosition, Position } from "./connection";

/** What the SDK calls an object's descriptor, as Sync answers it. */
interface Descriptor {
  readonly sid: string;
  readonly url: string;
  readonly links?: Readonly<Record<string, string>>;
  readonly revision: string;
  readonly last_event_id: number;
  readonly date_updated: Date;
  readonly data?: unknown;
}

type Kind = "map" | "document";
type Memory = Record<"readRootFromSessionCache", (kind: string, name: string) => unknown>;

const descriptorFrom = (name: string, position: Position): object => ({
  sid: position.sid,
  unique_name: name,
  url: position.url,
  links: position.links,
  revision: position.revision,
  last_event_id: position.lastEventId,
  date_updated: new Date(position.updated).toISOString(),
  date_expires: null,
  ...("data" in position ? { data: position.data } : {}),
});

export interface Resumer {
  /** @returns what `open` brought, and whether it went on from the position instead of reading */
  open<T>(
    kind: Kind,
    name: string,
    from: Position | undefined,
    open: () => Promise<T>,
  ): Promise<{ readonly opened: T; readonly resumed: boolean }>;
}

export function resumer(client: SyncClient): Resumer {
  const waiting = new Map<string, object>();
  const memory = client as unknown as Partial<Memory>;
  const possible = typeof memory.readRootFromSessionCache === "function";
  if (possible) {
    memory.readRootFromSessionCache = (kind, name) => {
      const key = `${kind}:${name}`;
      const descriptor = waiting.get(key) ?? null;
      waiting.delete(key);
      return descriptor;
    };
  }
  return {
    async open(kind, name, from, open) {
      if (from === undefined || !possible) return { opened: await open(), resumed: false };
      const key = `${kind}:${name}`;
      waiting.set(key, descriptorFrom(name, from));
      try {
        const opened = await open();
        return { opened, resumed: !waiting.has(key) };
      } finally {
        waiting.delete(key);
      }
    },
  };
}

function position(descriptor: Partial<Descriptor> | undefined): Position | null {
  if (descriptor === undefined) return null;
  const { sid, url, links = {}, revision, last_event_id: lastEventId, date_updated: updated } = descriptor;
  if (typeof sid !== "string" || typeof url !== "string" || typeof revision !== "string") return null;
  if (typeof lastEventId !== "number" || !(updated instanceof Date)) return null;
  return { sid, url, links, revision, lastEventId, updated: updated.getTime() };
}

/** How far the SDK has come with a map. */
export const mapPosition = (map: object): Position | null =>
  position((map as { syncMapImpl?: { descriptor?: Partial<Descriptor> } }).syncMapImpl?.descriptor);

/** How far the SDK has come with a document. */
export function documentPosition(document: object): DocumentPosition | null {
  const { descriptor } = (document as { syncDocumentImpl?: { descriptor?: Partial<Descriptor> } })
    .syncDocumentImpl ?? { descriptor: undefined };
  const held = position(descriptor);
  return held === null ? null : { ...held, data: descriptor?.data };
}
