/** Addresses to which credentials or tokens are sent: over the network only encrypted. */
import { isLoopback } from "@schedule-manager/shared/api/loopback";
import { DeployFailure } from "./failure";

/**
 * @param option the option that gives it, for the message
 * @returns the address as it is understood, without a `/` at its end
 */
export function safeAddress(option: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw unsafe(`${option} ${given} is no address such as https://example.com.`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw unsafe(`${option} must be an address alone, without credentials, "?" or "#".`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw unsafe(`${option} must be https, or on this machine: credentials are sent there.`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

const unsafe = (message: string): DeployFailure => new DeployFailure("usage", message);
