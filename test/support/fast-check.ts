/** fast-check with the seed of all fuzz tests, which a failure prints. */
import fc from "fast-check";
import { SEED } from "./seed";

fc.configureGlobal({ seed: SEED });
export default fc;
