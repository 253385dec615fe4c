/**
 * Returns the address of `https://HOST/path`: unchanged in production; with `TWILIO_API_URL`,
 * `TWILIO_API_URL/HOST/path`, so that one local server can stand in for all of Twilio's hosts. Addresses already
 * below `base` (a `next_page_url`) stay unchanged.
 */
export function addressOf(url: string, base: string | null): string {
  if (base === null || url.startsWith(`${base}/`)) return url;
  const { host, pathname, search } = new URL(url);
  return `${base}/${host}${pathname}${search}`;
}
