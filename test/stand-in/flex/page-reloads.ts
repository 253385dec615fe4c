/** Makes open pages reload, by server-sent events. */
import type { ServerResponse } from "node:http";

export interface PageReloads {
  /** Adds a page's event stream. */
  readonly add: (page: ServerResponse) => void;
  readonly notify: () => void;
}

export function pageReloads(): PageReloads {
  const pages = new Set<ServerResponse>();
  return {
    add: (page) => {
      page.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      page.flushHeaders();
      pages.add(page);
      page.once("close", () => pages.delete(page));
    },
    notify: () => {
      for (const page of pages) page.write("data: reload\n\n");
    },
  };
}
