import { factList, openEditor } from "./editor";
import { element } from "./element";
import {
  type Collection,
  createItem,
  deleteItem,
  deleteObject,
  fetchObject,
  type Item,
  listItems,
  nameOf,
  type SyncObject,
  updateDocument,
  updateItem,
} from "./rest";

const date = (iso: string | null): string => (iso === null ? "never" : new Date(iso).toLocaleString());

const factsOf = (object: SyncObject | Item): [string, string][] => [
  ["Revision", object.revision ?? "none"],
  ["Created", `${date(object.date_created)} by ${object.created_by}`],
  ["Updated", date(object.date_updated)],
  ["Expires", date(object.date_expires)],
];

const editItem = (service: string, map: string, item: Item): void =>
  openEditor({
    title: item.key,
    facts: factsOf(item),
    data: item.data,
    save: (data) => updateItem(service, map, item, data),
    remove: () => deleteItem(service, map, item),
  });

function row(service: string, map: string, item: Item, changed: ReadonlySet<string | null>): HTMLElement {
  const edit = element("button", { onclick: () => editItem(service, map, item) }, item.key);
  const text = JSON.stringify(item.data);
  return element(
    "tr",
    { class: changed.has(item.key) ? "changed" : null },
    element("td", {}, edit),
    element("td", {}, item.revision),
    element("td", {}, date(item.date_updated)),
    element("td", {}, date(item.date_expires)),
    element("td", { title: text.slice(0, 2_000) }, text.slice(0, 300)),
  );
}

const HEAD = ["Key", "Revision", "Updated", "Expires", "Data"];

async function mapView(
  service: string,
  id: string,
  changed: ReadonlySet<string | null>,
): Promise<readonly Node[]> {
  const items = await listItems(service, id);
  const body = element("tbody");
  const count = element("span", { class: "muted", role: "status" });
  // The field keeps its text when the view renders again.
  const before = document.querySelector<HTMLInputElement>("main input[type=search]");
  const search = before ?? element("input", { type: "search", "aria-label": "Search keys and data" });
  const draw = (): void => {
    const wanted = search.value.toLowerCase();
    const found = items.filter(({ key, data }) =>
      `${key} ${JSON.stringify(data)}`.toLowerCase().includes(wanted),
    );
    count.textContent = `Items: ${found.length} of ${items.length}`;
    body.replaceChildren(...found.map((item) => row(service, id, item, changed)));
  };
  search.oninput = draw;
  draw();
  const add = (): void =>
    openEditor({
      title: "New item",
      facts: [],
      withKey: true,
      data: {},
      save: (data, key) => createItem(service, id, key, data),
    });
  return [
    element(
      "div",
      { class: "tools" },
      element("label", {}, "Search", search),
      element("button", { onclick: add }, "Add item"),
      count,
    ),
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...HEAD.map((name) => element("th", { scope: "col" }, name)))),
      body,
    ),
  ];
}

function documentView(service: string, object: SyncObject): readonly Node[] {
  const edit = (): void =>
    openEditor({
      title: nameOf(object),
      facts: factsOf(object),
      data: object.data,
      save: (data) => updateDocument(service, object.sid, data, object.revision ?? ""),
    });
  return [
    element("pre", {}, JSON.stringify(object.data, null, 2)),
    element("div", { class: "buttons" }, element("button", { onclick: edit }, "Edit")),
  ];
}

/**
 * One document, map or stream in its current state.
 * @param changed keys of items that changed since the last render, which are highlighted
 * @param onRemoved called after a deletion of the object here
 */
export async function objectView(
  service: string,
  collection: Collection,
  id: string,
  changed: ReadonlySet<string | null>,
  onRemoved: () => void,
): Promise<readonly Node[]> {
  const object = await fetchObject(service, collection, id);
  const remove = (): void => {
    if (!confirm(`Delete ${nameOf(object)} and all of its content?`)) return;
    void deleteObject(service, collection, id).then(onRemoved);
  };
  return [
    element("h2", {}, nameOf(object)),
    factList([["SID", object.sid], ...factsOf(object)]),
    ...(collection === "Maps" ? await mapView(service, id, changed) : []),
    ...(collection === "Documents" ? documentView(service, object) : []),
    ...(collection === "Streams"
      ? [element("p", { class: "muted" }, "A stream keeps no messages; subscribers receive them.")]
      : []),
    element("div", { class: "buttons" }, element("button", { onclick: remove }, "Delete…")),
  ];
}
