import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { decodeAtOnce } from "../../../../plugin/decode-at-once";

const SOURCE = readFileSync(
  resolve(__dirname, "../../../../node_modules/twilsock/builds/browser.js"),
  "utf8",
);

type Decode = (bytes: Uint8Array) => string;

/** The function of that name in the library's text. */
function decoderIn(code: string): Decode {
  const [text = ""] = /function uint8ArrayToString\(ua\) \{[^]*?\n\}\n/.exec(code) ?? [];
  // The library does not export it.
  return runInThisContext(`(${text})`) as Decode;
}
const theirs = decoderIn(SOURCE);
const ours = decoderIn(decodeAtOnce(SOURCE));

describe("the build's changes to Twilio's Sync library", () => {
  it.each(["", "plain", "Früh · 早い · 🎄", "a\r\nb\tc\u2028\u0000", "\uFEFFmark"])(
    "[PP10] the text %j of a message is decoded as the library decodes it",
    (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(ours(bytes)).toBe(text);
      expect(ours(bytes)).toBe(theirs(bytes));
      const within = new Uint8Array([1, ...bytes, 2]).subarray(1, bytes.length + 1);
      expect(ours(within)).toBe(text);
    },
  );

  it.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]]])("[PP10] invalid bytes are refused: %j", (bytes) => {
    expect(() => theirs(new Uint8Array(bytes))).toThrow();
    expect(() => ours(new Uint8Array(bytes))).toThrow();
  });

  it("[PP10] the lines after the replaced ones keep their numbers, as the source map has them", () => {
    expect(decodeAtOnce(SOURCE).split("\n").length).toBe(SOURCE.split("\n").length);
  });

  it("[PP10] a release of the library without the replaced function stops the build", () => {
    expect(() => decodeAtOnce("function other() {}\n")).toThrow("uint8ArrayToString");
  });
});
