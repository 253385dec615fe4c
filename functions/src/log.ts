/** Writes a line of JSON to the Functions log. Twilio's runtime collects the console, not the standard output. */
export function logLine(line: Readonly<Record<string, unknown>>): void {
  // eslint-disable-next-line no-console
  console.log(JSON.stringify(line));
}
