import type { SyncClient } from "@schedule-manager/functions/sync/sync-client";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";

export interface Subject {
  readonly client: SyncClient;
  /** Creates a document, or a map, before the client uses it. */
  addDocument(name: string, data: object): Promise<void>;
  addMap(name: string): Promise<void>;
  stop(): Promise<void>;
}

const failing = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof SyncFailure ? error.kind : `no SyncFailure: ${String(error)}`;
};

/** The contract of the port to Sync. */
export function syncCallerContract(name: string, start: () => Promise<Subject>): void {
  describe(`SyncClient: ${name}`, () => {
    let subject: Subject;
    let client: SyncClient;
    beforeEach(async () => {
      subject = await start();
      client = subject.client;
      await subject.addMap("rules-0");
      await subject.addDocument("lock", { generation: 0, name: "żółw 東京" });
    });
    afterEach(() => subject.stop());

    it("[FN1] a document is read with its revision and Sync's dates, and a missing one is null", async () => {
      const document = await client.readDocument("lock");
      expect(document).toMatchObject({ data: { generation: 0, name: "żółw 東京" } });
      expect(document?.revision).toEqual(expect.any(String));
      expect(Math.abs((document?.readAt ?? 0) - (document?.updatedAt ?? 0))).toBeLessThan(60_000);
      expect(await client.readDocument("nothing")).toBeNull();
    });

    it("[FN1] a document is written only at the revision that was read", async () => {
      const first = await client.readDocument("lock");
      const second = await client.updateDocument("lock", { generation: 1 }, first?.revision ?? "");
      expect(second.data).toEqual({ generation: 1 });
      expect(second.revision).not.toBe(first?.revision);
      expect(await failing(client.updateDocument("lock", { generation: 9 }, first?.revision ?? ""))).toBe(
        "moved",
      );
      expect((await client.readDocument("lock"))?.data).toEqual({ generation: 1 });
    });

    it("[FN1] an item is created, read, updated and removed under its condition", async () => {
      const key = "night-2a:0000000001:publish-1";
      expect(await client.readItem("rules-0", key)).toBeNull();
      const created = await client.createItem("rules-0", key, { name: "Nacht & mehr" });
      expect(created).toMatchObject({ key, data: { name: "Nacht & mehr" } });
      expect(await failing(client.createItem("rules-0", key, { name: "again" }))).toBe("exists");
      const updated = await client.updateItem("rules-0", key, { name: "b" }, created.revision);
      expect(await failing(client.updateItem("rules-0", key, { name: "c" }, created.revision))).toBe("moved");
      expect(await failing(client.removeItem("rules-0", key, created.revision))).toBe("moved");
      expect(await client.readItem("rules-0", key)).toEqual({
        key,
        revision: updated.revision,
        data: { name: "b" },
      });
      await client.removeItem("rules-0", key, updated.revision);
      expect(await failing(client.removeItem("rules-0", key, updated.revision))).toBe("missing");
      expect(await failing(client.updateItem("rules-0", key, {}, updated.revision))).toBe("missing");
    });

    it("[FN1] all items are listed by key, over any number of pages", async () => {
      const keys = Array.from({ length: 130 }, (_, index) => `k${String(index).padStart(3, "0")}`);
      for (const key of keys) await client.createItem("rules-0", key, { key });
      const items = await client.listItems("rules-0");
      expect(items.map((item) => item.key)).toEqual(keys);
      expect(items[129]).toMatchObject({ data: { key: "k129" } });
      expect(await failing(client.listItems("rules-9"))).toBe("missing");
    });
  });
}

export { failing };
