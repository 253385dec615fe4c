import { createServer, type AddressInfo } from "node:net";
import { checkPorts, freePort, portsFrom } from "../../stand-in/ports";

describe("the ports of npm start", () => {
  it("[ST20] are 3000, 3001 and 3002, or what the environment says; 0 is any free one", () => {
    expect(portsFrom({})).toEqual({ flex: 3000, functions: 3001, twilio: 3002 });
    expect(portsFrom({ PORT_FLEX: "0", PORT_FUNCTIONS: " 4001 ", PORT_TWILIO: "" })).toEqual({
      flex: 0,
      functions: 4001,
      twilio: 3002,
    });
  });

  it.each(["abc", "-1", "3000.5", "65536", "1e3"])(
    "[ST21] %p is refused, with the variable's name",
    (given) => {
      expect(() => portsFrom({ PORT_TWILIO: given })).toThrow(`PORT_TWILIO is "${given}".`);
    },
  );

  it("[ST22] two of ours must differ", async () => {
    const port = await freePort();
    await expect(checkPorts({ flex: port, functions: 0, twilio: port })).rejects.toThrow(
      `PORT_FLEX and PORT_TWILIO are both ${port}. Give them different ports.`,
    );
    await expect(checkPorts({ flex: 0, functions: 0, twilio: 0 })).resolves.toBeUndefined();
  });

  it.each(["127.0.0.1", "0.0.0.0"])("[ST23] one that is taken on %s is refused", async (host) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    await expect(checkPorts({ flex: 0, functions: port, twilio: 0 })).rejects.toThrow(
      `Port ${port} is taken by another program.`,
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPorts({ flex: 0, functions: port, twilio: 0 })).resolves.toBeUndefined();
  });
});
