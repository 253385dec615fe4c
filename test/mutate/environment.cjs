/** jsdom for the dom tests, Node for the others. */
const { TestEnvironment: Node } = require("jest-environment-node");
const { TestEnvironment: Jsdom } = require("jest-environment-jsdom");

module.exports = class ByFolder {
  constructor(config, context) {
    const Environment = /[\\/]test[\\/]dom[\\/]/.test(context.testPath) ? Jsdom : Node;
    return new Environment(config, context);
  }
};
