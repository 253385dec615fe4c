import type { Actor } from "./layout";

/**
 * The name in an identity of Flex, which writes each UTF-8 byte of a sign as `_` and two hexadecimal digits:
 * `no_C3_ABl_40example_2Ecom` is `noël@example.com`. Bytes that are no text, or text that nobody can see, stay as they are.
 */
export const nameOfIdentity = (identity: string): string =>
  identity.replace(/(?:_[0-9A-F]{2})+/g, (bytes) => {
    try {
      const text = decodeURIComponent(bytes.replaceAll("_", "%"));
      return /\p{C}/u.test(text) ? bytes : text;
    } catch {
      return bytes;
    }
  });

/** A person as others know them. */
export const personName = ({ identity, name }: Actor): string =>
  name === undefined || name === "" ? nameOfIdentity(identity) : name;
