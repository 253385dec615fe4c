import type { Subject } from "../subject";
import { until, type SyncPort, type WatchPort } from "../port";

/** Events that subscribers receive about others' writes. */
export function eventsSuite<P extends SyncPort, W extends WatchPort>(
  subject: Subject<P> & { watcher(): W },
): void {
  describe("events", () => {
    it("[SY25] a subscriber receives every added, updated and removed item, in order", async () => {
      const map = await subject.port().createMap(subject.name("map"));
      const watch = await subject.watcher().watchMap(map.sid);
      await map.put("a", { n: 1 });
      await map.put("b", { n: 1 });
      await map.put("a", { n: 2 });
      await map.remove("b");
      await map.put("b", { n: 3 });
      const expected = ["added a", "added b", "updated a", "removed b", "added b"];
      await until(() => watch.log.length >= expected.length, "the events");
      expect(watch.log).toEqual(expected);
      watch.stop();
    });

    it("[SY25] a subscriber receives a document's new data, and its removal", async () => {
      const document = await subject.port().createDocument(subject.name("document"), { n: 0 });
      const watch = await subject.watcher().watchDocument(document.sid);
      for (const n of [1, 2, 3]) await document.write({ n });
      const expected = [1, 2, 3].map((n) => `document {"n":${n}}`);
      await until(() => watch.log.length >= expected.length, "the events");
      expect(watch.log).toEqual(expected);
      watch.stop();
    });

    it("[SY25] a subscriber receives the removal of its map", async () => {
      const name = subject.name("map");
      await subject.port().createMap(name);
      const watch = await subject.watcher().watchMap(name);
      await subject.port().removeMap(name);
      await until(() => watch.log.length >= 1, "the event");
      expect(watch.log).toEqual(["gone"]);
    });

    it("[SY26] an expired item is reported as removed, and no longer exists", async () => {
      const map = await subject.port().createMap(subject.name("map"));
      const watch = await subject.watcher().watchMap(map.sid);
      await map.put("short", {}, 2);
      await map.put("long", {}, 3600);
      await subject.pass(2_500);
      await until(() => watch.log.includes("removed short"), "the expiry", 300_000);
      expect(watch.log).toEqual(["added short", "added long", "removed short"]);
      expect((await (await subject.other().openMap(map.sid)).pages()).flat()).toEqual(["long"]);
      watch.stop();
    });
  });
}
