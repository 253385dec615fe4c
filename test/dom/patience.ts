/** A busy machine renders late; only a failing test waits this long. */
import { configure } from "@testing-library/dom";

/** ms */
const PATIENCE = 30_000;

configure({ asyncUtilTimeout: PATIENCE });
jest.setTimeout(4 * PATIENCE);
