/**
 * Runs before anything else on the Flex page. It redirects every https or wss request to a Twilio host to the page's
 * own origin, at `/__tw/<host>/…` and `/__ws/<host>/…`, and leaves other addresses unchanged.
 */
const TWILIO =
  /^(https|wss):\/\/([a-z0-9.-]+\.(?:(?:twilio|twiliocdn|ytica)\.com|twil\.io))(?::443)?(\/.*)?$/i;

const local = (address: string): string => {
  const match = TWILIO.exec(address);
  if (match === null) return address;
  const [, scheme, host = "", path = "/"] = match;
  return scheme?.toLowerCase() === "wss"
    ? `${location.origin.replace(/^http/, "ws")}/__ws/${host}${path}`
    : `${location.origin}/__tw/${host}${path}`;
};

const pageFetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  if (input instanceof Request) {
    const address = local(input.url);
    return pageFetch(address === input.url ? input : new Request(address, input), init);
  }
  return pageFetch(local(String(input)), init);
};

type Anything = (...values: unknown[]) => unknown;

/** Changes the arguments of a method. */
function changeArguments(
  owner: object,
  method: string,
  change: (values: unknown[], self: unknown) => unknown[],
) {
  const original = Reflect.get(owner, method) as Anything;
  const changed = new Proxy(original, {
    apply: (called, self: unknown, values: unknown[]): unknown =>
      Reflect.apply(called, self, change(values, self)),
  });
  Reflect.set(owner, method, changed);
}

changeArguments(XMLHttpRequest.prototype, "open", ([method, address, ...rest]) => [
  method,
  local(String(address)),
  ...rest,
]);

window.Audio = class extends Audio {
  constructor(address?: string) {
    super(address === undefined ? undefined : local(address));
  }
};

window.WebSocket = class extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(local(String(address)), protocols);
  }
};

const sendBeacon = navigator.sendBeacon.bind(navigator);
navigator.sendBeacon = (address, data) => sendBeacon(local(String(address)), data);

/** Fonts, images, sounds and styles: their addresses pass through the elements' own setters before the network. */
function redirect(prototype: object, property: string): void {
  const found = Object.getOwnPropertyDescriptor(prototype, property);
  if (found?.set === undefined) return;
  changeArguments(found, "set", ([value]) => [typeof value === "string" ? local(value) : value]);
  Object.defineProperty(prototype, property, found);
}
redirect(HTMLLinkElement.prototype, "href");
redirect(HTMLScriptElement.prototype, "src");
redirect(HTMLImageElement.prototype, "src");
redirect(HTMLMediaElement.prototype, "src");
redirect(HTMLSourceElement.prototype, "src");

changeArguments(Element.prototype, "setAttribute", ([name, value], element) => {
  // A link for people keeps its address.
  const loads = (name === "src" || name === "href") && !(element instanceof HTMLAnchorElement);
  return [name, loads ? local(String(value)) : value];
});
export {};
