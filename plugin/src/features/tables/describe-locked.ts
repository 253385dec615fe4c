import { formatNames } from "../../i18n/format-names";
import { sortedNames } from "../../i18n/sorted-names";
import type { Translate } from "../../i18n/translate";

/** Says which items stay as they are because somebody else edits them; empty for none. */
export const describeLocked = (
  locked: readonly { readonly name: string }[],
  t: Translate,
  locale: string,
): string =>
  locked.length === 0
    ? ""
    : t("bulk.locked", {
        count: locked.length,
        names: formatNames(locale, sortedNames(locked, locale), t),
      });
