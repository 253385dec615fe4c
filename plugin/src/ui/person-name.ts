import type { Actor } from "@schedule-manager/shared/sync/layout";

/** Flex writes signs of an e-mail address as `_` and their code: `ada_40example_2Ecom`. */
const decoded = (identity: string): string =>
  identity.replace(/_([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** A person as others know them. */
export const personName = ({ identity, name }: Actor): string =>
  name === undefined || name === "" ? decoded(identity) : name;
