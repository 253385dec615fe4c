import type { Browser, BrowserContext } from "playwright-core";

/** A browser context whose sockets deliver nothing for a while; its requests and messages still go out. */
export interface LateSockets {
  readonly context: BrowserContext;
  hold(): void;
  /** Delivers the held messages in order. */
  release(): void;
}

export async function lateSockets(browser: Browser): Promise<LateSockets> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  let isHeld = false;
  const held: (() => void)[] = [];
  await context.routeWebSocket(/wsconnect/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      server.send(message);
    });
    server.onMessage((message) => {
      const deliver = (): void => {
        socket.send(message);
      };
      if (isHeld) held.push(deliver);
      else deliver();
    });
  });
  return {
    context,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      for (const deliver of held.splice(0)) deliver();
    },
  };
}
