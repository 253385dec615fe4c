/**
 * Where `https://HOST/path` is found. With `base` null that is itself; else it is `base/HOST/path`, so that one
 * local server can stand in for all of Twilio's hosts. Addresses that are already under `base` stay as they are.
 */
export function twilioAddress(url: string, base: string | null): string {
  if (base === null || url.startsWith(`${base}/`)) return url;
  const { host, pathname, search } = new URL(url);
  return `${base}/${host}${pathname}${search}`;
}
