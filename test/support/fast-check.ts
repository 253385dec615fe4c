/** fast-check on the seed of all fuzz tests. A failure prints it. */
import fc from "fast-check";
import { SEED } from "./seed";

fc.configureGlobal({ seed: SEED });
export default fc;
