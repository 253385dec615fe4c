/** The console's page: the hash of the address selects the object, as `#/{service}/{collection}/{object}`. */
import { element } from "./element";
import { objectView } from "./object-view";
import { type Collection, listObjects, listServices, nameOf, type SyncObject } from "./rest";

const COLLECTIONS: readonly Collection[] = ["Documents", "Maps", "Streams"];
/** A publish causes several events; one render serves all within this time. */
const QUIET_MS = 150;

interface Place {
  readonly service: string;
  readonly collection: Collection | null;
  readonly id: string | null;
}

function placeNow(): Place {
  const [, service, collection, id] = location.hash.split("/").map(decodeURIComponent);
  return {
    service: service ?? window.account.service,
    collection: COLLECTIONS.find((name) => name === collection) ?? null,
    id: id ?? null,
  };
}

const hashOf = (service: string, ...rest: readonly string[]): string =>
  `#/${[service, ...rest].map(encodeURIComponent).join("/")}`;

const nav = document.querySelector("nav") as HTMLElement;
const main = document.querySelector("main") as HTMLElement;
const live = document.querySelector("#live") as HTMLElement;

function links(place: Place, collection: Collection, objects: readonly SyncObject[]): readonly Node[] {
  const sorted = [...objects].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en", { numeric: true }));
  const link = (object: SyncObject): Node => {
    const isCurrent = collection === place.collection && [object.sid, object.unique_name].includes(place.id);
    const href = hashOf(place.service, collection, nameOf(object));
    return element(
      "li",
      {},
      element("a", { href, "aria-current": isCurrent ? "page" : null }, nameOf(object)),
    );
  };
  return [element("h3", {}, `${collection} (${objects.length})`), element("ul", {}, ...sorted.map(link))];
}

async function drawNav(place: Place): Promise<void> {
  const [services, ...lists] = await Promise.all([
    listServices(),
    ...COLLECTIONS.map((collection) => listObjects(place.service, collection)),
  ]);
  const options = services.map(({ sid, friendly_name: name }) =>
    element("option", { value: sid, selected: sid === place.service }, name ?? sid),
  );
  const choose = (event: Event): void => {
    location.hash = hashOf((event.target as HTMLSelectElement).value);
  };
  nav.replaceChildren(
    element("label", {}, "Service", element("select", { onchange: choose }, ...options)),
    ...COLLECTIONS.flatMap((collection, index) => links(place, collection, lists[index] ?? [])),
  );
}

async function drawMain(place: Place, changed: ReadonlySet<string | null>): Promise<void> {
  const { service, collection, id } = place;
  if (collection === null || id === null) {
    main.replaceChildren(element("p", { class: "muted" }, "Choose a document or a map."));
    return;
  }
  const leave = (): void => {
    location.hash = hashOf(service);
  };
  const focused = document.activeElement;
  const view = await objectView(service, collection, id, changed, leave);
  if (location.hash !== "" && placeNow().id !== id) return;
  main.replaceChildren(...view);
  if (focused instanceof HTMLElement && main.contains(focused)) focused.focus();
}

const changed = new Set<string | null>();
let drawing: Promise<void> = Promise.resolve();

function draw(): void {
  drawing = drawing.then(async () => {
    const place = placeNow();
    const keys = new Set(changed);
    changed.clear();
    try {
      await Promise.all([drawNav(place), drawMain(place, keys)]);
    } catch (error) {
      main.replaceChildren(
        element("p", { role: "alert" }, error instanceof Error ? error.message : String(error)),
      );
    }
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;
const changes = new EventSource("/console/changes");
changes.onopen = () => {
  live.textContent = "live";
  draw();
};
changes.onerror = () => {
  live.textContent = "not connected; reconnecting";
};
changes.onmessage = ({ data }: MessageEvent<string>) => {
  changed.add((JSON.parse(data) as { readonly key: string | null }).key);
  clearTimeout(timer);
  timer = setTimeout(draw, QUIET_MS);
};
window.addEventListener("hashchange", () => {
  changed.clear();
  main.querySelector("input[type=search]")?.remove();
  draw();
});
