import type { Subject } from "../subject";
import { refusal, type SyncPort } from "../port";

/** Documents, on any port. */
export function documentsSuite<P extends SyncPort>(subject: Subject<P>): void {
  describe("documents", () => {
    it("[SY8] a document is read as it was written, by name or sid", async () => {
      const name = subject.name("document");
      const { sid } = await subject.port().createDocument(name, { text: "żółw 🐢" });
      for (const id of [name, sid]) {
        expect((await (await subject.other().openDocument(id)).read()).data).toEqual({ text: "żółw 🐢" });
      }
    });

    it("[SY8] a write replaces all data and creates a new revision", async () => {
      const document = await subject.port().createDocument(subject.name("document"), { a: 1 });
      const before = await document.read();
      await document.write({ b: 2 });
      const after = await (await subject.other().openDocument(document.sid)).read();
      expect(after.data).toEqual({ b: 2 });
      expect(after.revision).not.toBe(before.revision);
    });

    it("[SY8] a missing document is a 404", async () => {
      expect(await refusal(subject.port().openDocument(subject.name("nowhere")))).toMatchObject({
        status: 404,
      });
    });

    it("[SY6] a document over 16 KiB is refused with 413/54006", async () => {
      const document = await subject.port().createDocument(subject.name("document"), { a: 1 });
      const big = { x: "x".repeat(16 * 1024) };
      expect(await refusal(document.write(big))).toEqual({ status: 413, code: 54006 });
      expect(await (await subject.other().openDocument(document.sid)).read()).toMatchObject({
        data: { a: 1 },
      });
    });
  });
}
