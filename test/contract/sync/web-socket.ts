/**
 * `twilio-sync` removes its socket's listeners before it closes it. Browsers ignore an error event without
 * listeners, but Node's `ws` throws, which would end whichever test is running. This socket behaves like a
 * browser's.
 */
import { WebSocket } from "ws";

class BrowserLikeWebSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    this.on("error", () => undefined);
  }
}
Object.assign(globalThis, { WebSocket: BrowserLikeWebSocket });
