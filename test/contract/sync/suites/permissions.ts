import type { Rights, SyncPort } from "../port";
import { refusal } from "../port";

export interface PermissionsSubject {
  name(text: string): string;
  /** An identity with all permissions. */
  backend(): SyncPort;
  as(identity: string): SyncPort;
  permit(kind: "map" | "document", id: string, identity: string, rights: Rights): Promise<void>;
  setAcl(enabled: boolean): Promise<void>;
}

const FORBIDDEN = { status: 403, code: 54007 };

/** Permissions by identity. */
export function permissionsSuite(subject: PermissionsSubject): void {
  async function prepare(rights: Rights) {
    const name = subject.name("map");
    const identity = subject.name("somebody");
    const map = await subject.backend().createMap(name);
    await map.put("k", { n: 1 });
    await subject.permit("map", name, identity, rights);
    return { name, port: subject.as(identity), map };
  }

  describe("permissions", () => {
    beforeAll(() => subject.setAcl(true));
    afterAll(() => subject.setAcl(false));

    it("[SY20] an identity without read permission may not open a map", async () => {
      const { name, port } = await prepare({});
      expect(await refusal(port.openMap(name))).toEqual(FORBIDDEN);
      expect(await refusal(subject.as(subject.name("stranger")).openMap(name))).toEqual(FORBIDDEN);
    });

    it("[SY20] an identity with read permission may not write or remove", async () => {
      const { name, port } = await prepare({ read: true });
      const map = await port.openMap(name);
      expect((await map.get("k")).data).toEqual({ n: 1 });
      expect(await refusal(map.put("k", { n: 2 }))).toEqual(FORBIDDEN);
      expect(await refusal(map.put("new", { n: 2 }))).toEqual(FORBIDDEN);
      expect(await refusal(map.remove("k"))).toEqual(FORBIDDEN);
      expect(await refusal(port.removeMap(name))).toEqual(FORBIDDEN);
    });

    it("[SY20] an identity with write permission may add, change and remove items, but not remove the map", async () => {
      const { name, port } = await prepare({ read: true, write: true });
      const map = await port.openMap(name);
      await map.put("k", { n: 2 });
      await map.put("new", { n: 3 });
      await map.remove("new");
      expect(await refusal(port.removeMap(name))).toEqual(FORBIDDEN);
    });

    it("[SY20] an identity with manage permission may remove the map", async () => {
      const { name, port } = await prepare({ read: true, manage: true });
      await port.removeMap(name);
      expect(await refusal(subject.backend().openMap(name))).toMatchObject({ status: 404 });
    });

    it("[SY20] documents have their own permissions", async () => {
      const name = subject.name("document");
      const identity = subject.name("somebody");
      await subject.backend().createDocument(name, { n: 1 });
      expect(await refusal(subject.as(identity).openDocument(name))).toEqual(FORBIDDEN);
      await subject.permit("document", name, identity, { read: true });
      const document = await subject.as(identity).openDocument(name);
      expect((await document.read()).data).toEqual({ n: 1 });
      expect(await refusal(document.write({ n: 2 }))).toEqual(FORBIDDEN);
    });

    it("[SY21] without acl_enabled every identity may do everything", async () => {
      const { name, port } = await prepare({});
      await subject.setAcl(false);
      try {
        const map = await port.openMap(name);
        await map.put("k", { n: 2 });
        await port.removeMap(name);
      } finally {
        await subject.setAcl(true);
      }
    });
  });
}
