/** A changed line is run by many tests, and the first that fails ends the run. Jest begins with the longest file. */
const Sequencer = require("@jest/test-sequencer").default;

module.exports = class ShortestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).reverse();
  }
};
