import type { ChangeStrings } from "./table";
import { strings as spain } from "./es-ES";

export const strings: ChangeStrings = {
  ...spain,
  change: { ...spain.change, added: "{field}: se agrega {list}" },
};
