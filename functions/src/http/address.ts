/**
 * Where `https://HOST/path` is found. In production that is itself; with `TWILIO_API_URL` it is
 * `TWILIO_API_URL/HOST/path`, so that one local server can stand in for all of Twilio's hosts.
 * Addresses that are already under `base` (a `next_page_url`) stay as they are.
 */
export function addressOf(url: string, base: string | null): string {
  if (base === null || url.startsWith(`${base}/`)) return url;
  const { host, pathname, search } = new URL(url);
  return `${base}/${host}${pathname}${search}`;
}
