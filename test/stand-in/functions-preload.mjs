/**
 * Loaded into Twilio's local runtime before it starts: it listens on a free port of loopback, says on which, and ends
 * with the process that started it, also when that one crashes. Ctrl-C is left to that process.
 */
import net from "node:net";
import process from "node:process";

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (_port, ...rest) {
  this.once("listening", () => process.send?.({ listening: this.address().port }));
  this.prependOnceListener("error", (error) => {
    process.send?.({ failed: error.code ?? error.message });
    process.disconnect?.();
    process.exit(1);
  });
  return listen.call(this, { port: 0, host: "127.0.0.1" }, ...rest);
};

process.on("SIGINT", () => undefined);
process.once("disconnect", () => process.exit(0));
