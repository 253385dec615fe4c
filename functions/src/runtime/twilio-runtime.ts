/**
 * Types of Twilio's Functions runtime:
 * https://www.twilio.com/docs/serverless/functions-assets/functions/invocation
 */

export interface Context {
  readonly [key: string]: unknown;
  readonly DOMAIN_NAME?: string;
  readonly PATH?: string;
}

/** Query and body, merged, and `request`. Untrusted: nothing in it has a known shape. */
export type RawEvent = Readonly<Record<string, unknown>>;

interface RuntimeResponse {
  setStatusCode(status: number): unknown;
  setBody(body: unknown): unknown;
  appendHeader(name: string, value: string): unknown;
}

type Callback = (error: unknown, answer?: RuntimeResponse) => void;

export type Handler = (context: Context, event: RawEvent, callback: Callback) => Promise<void>;

interface RuntimeGlobals {
  readonly Twilio: { readonly Response: new () => RuntimeResponse };
  readonly Runtime?: { getAssets?(): Readonly<Record<string, { open(): string } | undefined>> };
}

/** The runtime's globals, looked up at each call, because the runtime may set them at any time. */
export const runtimeGlobals = (): RuntimeGlobals => globalThis as unknown as RuntimeGlobals;

/** The text of a private asset, or null if absent. */
export function openAsset(path: string): string | null {
  try {
    return runtimeGlobals().Runtime?.getAssets?.()[path]?.open() ?? null;
  } catch {
    return null;
  }
}
