/** The ports of `npm start`: read from the environment, and checked before any process starts. */
import { createServer } from "node:net";
import { UserError } from "./user-error";

export interface Ports {
  readonly flex: number;
  readonly functions: number;
  /** The stand-in for Twilio. */
  readonly twilio: number;
}

const VARIABLES: Readonly<Record<keyof Ports, string>> = {
  flex: "PORT_FLEX",
  functions: "PORT_FUNCTIONS",
  twilio: "PORT_TWILIO",
};
const DEFAULTS: Ports = { flex: 3000, functions: 3001, twilio: 3002 };
const NAMES = Object.keys(VARIABLES) as (keyof Ports)[];

const HIGHEST = 65_535;

/** Reads the three variables. 0 means: any free port. */
export function portsFrom(environment: Readonly<Record<string, string | undefined>>): Ports {
  const ports: Record<keyof Ports, number> = { ...DEFAULTS };
  for (const name of NAMES) {
    const given = environment[VARIABLES[name]]?.trim();
    if (given === undefined || given === "") continue;
    const port = Number(given);
    if (!/^\d+$/.test(given) || port > HIGHEST) {
      throw new UserError(
        `${VARIABLES[name]} is "${given}". Give a port from 0 to ${HIGHEST}; 0 picks a free one.`,
      );
    }
    ports[name] = port;
  }
  return ports;
}

/** Refuses ports that two of ours share or another program uses. */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const name of NAMES) {
    const port = ports[name];
    if (port === 0) continue;
    const twin = NAMES.find((other) => other !== name && ports[other] === port);
    if (twin !== undefined) {
      throw new UserError(
        `${VARIABLES[name]} and ${VARIABLES[twin]} are both ${port}. Give them different ports.`,
      );
    }
    const refusal = await refusalOf(port);
    if (refusal === null) continue;
    throw new UserError(
      refusal === "EACCES"
        ? `Port ${port} needs rights that you don't have. Set ${VARIABLES[name]} to a port above 1023.`
        : `Port ${port} is taken by another program. Stop it, or set ${VARIABLES[name]} to another port (0 picks a free one).`,
    );
  }
}

/** Every address that a browser may use for localhost. */
const ADDRESSES = ["127.0.0.1", "::1", "0.0.0.0"];
const REFUSALS = new Set(["EADDRINUSE", "EACCES"]);

/** The system's error code for the port; null: the port is free. */
async function refusalOf(port: number): Promise<string | null> {
  for (const address of ADDRESSES) {
    const code = await new Promise<string | null>((resolve) => {
      const probe = createServer();
      probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
      probe.listen({ port, host: address, exclusive: true }, () => probe.close(() => resolve(null)));
    });
    // A machine without IPv6 refuses the address, not the port.
    if (code !== null && REFUSALS.has(code)) return code;
  }
  return null;
}

/** A port that is free now; another program may take it before it is used. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
