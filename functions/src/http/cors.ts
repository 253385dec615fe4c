/** The runtime itself answers OPTIONS with `*`; the actual answer needs its own headers. */
export function corsHeaders(allowed: "*" | readonly string[], origin: string | null): Record<string, string> {
  const value = allowed === "*" ? "*" : origin !== null && allowed.includes(origin) ? origin : null;
  if (value === null) return { Vary: "Origin" };
  return {
    "Access-Control-Allow-Origin": value,
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Expose-Headers": "X-Schedule-Stale, X-Request-Id, ETag",
    ...(value === "*" ? {} : { Vary: "Origin" }),
  };
}
