import { Sync } from "../../stand-in/sync/sync";
import { BACKEND } from "../../stand-in/sync/types";
import { directPort } from "./direct-port";
import { syncSuite } from "./suite";
import { eventsSuite } from "./suites/events";
import { permissionsSuite } from "./suites/permissions";
import { revisionsSuite } from "./suites/revisions";

let now = Date.UTC(2026, 0, 15, 12);
let names = 0;
const sync = new Sync({ now: () => now, limits: false });
const service = sync.createService().sid;
const backend = sync.as(BACKEND, service);
const port = directPort(backend);
const name = (text: string): string => `${text}-${(names += 1)}`;

const subject = {
  port: () => port,
  watcher: () => port,
  other: () => port,
  name,
  async pass(ms: number) {
    now += ms;
    sync.sweep();
  },
};

syncSuite(subject);
revisionsSuite(subject);
eventsSuite(subject);
permissionsSuite({
  name,
  backend: () => port,
  as: (identity) => directPort(sync.as({ type: "identity", identity }, service)),
  async permit(kind, id, identity, rights) {
    backend.setPermission(kind, id, identity, { read: false, write: false, manage: false, ...rights });
  },
  async setAcl(aclEnabled) {
    sync.updateService(service, { aclEnabled });
  },
});
