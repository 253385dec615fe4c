/**
 * Returns the address of `https://HOST/path`: unchanged when `base` is null, otherwise `base/HOST/path`, so that
 * one local server can stand in for all of Twilio's hosts. Addresses already below `base` stay unchanged.
 */
export function twilioAddress(url: string, base: string | null): string {
  if (base === null || url.startsWith(`${base}/`)) return url;
  const { host, pathname, search } = new URL(url);
  return `${base}/${host}${pathname}${search}`;
}
