/**
 * Begins with the kinds of test that wait for browsers and processes, so that no worker is left alone with one at the
 * end. Without times of an earlier run, as on a new machine, jest goes by the size of the files.
 */
const Sequencer = require("@jest/test-sequencer").default;

const KINDS = ["browser", "integration", "contract", "dom", "unit"];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = (test) => (this.hasFailed(test) ? -1 : KINDS.indexOf(test.context.config.displayName.name));
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
};
