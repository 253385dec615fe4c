/**
 * `twilio-sync` takes its socket's listeners away before it closes it. In a browser an error that nobody listens to is
 * nothing; Node's `ws` throws it, where it would end whichever test happens to run. So it has the browser's manner here.
 */
import { WebSocket } from "ws";

class BrowserLikeWebSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    this.on("error", () => undefined);
  }
}
Object.assign(globalThis, { WebSocket: BrowserLikeWebSocket });
