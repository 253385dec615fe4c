/** Answers whether a schedule is open. Studio calls it for each contact. */
import { checkHandler } from "../check/check";

export const handler = checkHandler();
