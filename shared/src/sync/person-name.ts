import type { Actor } from "./layout";

/**
 * Decodes the name in a Flex identity, which writes each UTF-8 byte of a special character as `_` and two
 * hexadecimal digits: `no_C3_ABl_40example_2Ecom` is `noël@example.com`. Invalid or invisible characters stay
 * encoded.
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

/** The name to show for a person. */
export const personName = ({ identity, name }: Actor): string =>
  name === undefined || name === "" ? nameOfIdentity(identity) : name;
