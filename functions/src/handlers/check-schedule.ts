/** Is this schedule open? What Studio asks on every call. */
import { checkHandler } from "../check/check";

export const handler = checkHandler();
