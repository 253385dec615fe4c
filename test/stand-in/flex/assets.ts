/** Files that the desktop fetches from Twilio's web servers, as small as possible. */
import { LOCALES } from "../../support/locales";
import type { HostHandler, HostResponse } from "../http/host";
import { ok } from "./answers";

const css: HostResponse = { status: 200, headers: { "content-type": "text/css" }, body: "" };

/** A WAV file without a sound in it. */
function silence(): Buffer {
  const samples = 800;
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** The languages of Flex's menu: ours. */
const languages = LOCALES.map((tag) => ({
  tag,
  name: new Intl.DisplayNames(tag, { type: "language" }).of(tag),
}));
/** The published package lacks Flex's own texts in other languages: Flex falls back to English, text by text. */
const LANGUAGE = new RegExp(`/(${LOCALES.join("|")})\\.json$`);

export const assets: HostHandler = ({ path }) => {
  if (path.endsWith(".css")) return css;
  if (path.endsWith(".mp3"))
    return { status: 200, headers: { "content-type": "audio/wav" }, body: silence() };
  if (path.endsWith("/available_locales.json")) return ok(languages);
  if (LANGUAGE.test(path)) return ok({ strings: {} });
  if (path === "/assets/countries.json") return ok([]);
  if (path === "/assets/flagPositions.json") return ok({});
  return null;
};

/** Services that the desktop calls without needing their answers. */
export const emptyHosts: HostHandler = ({ host }) => {
  if (host !== "status.twilio.com") return null;
  return ok({ status: { indicator: "none", description: "" }, components: [], incidents: [] });
};
