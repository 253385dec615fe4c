/** Validates addresses that receive credentials or tokens: encrypted, except on this machine. */
import { isLoopback } from "@schedule-manager/shared/api/loopback";
import { DeployFailure } from "./failure";

/**
 * @param option the option's name, for the message
 * @returns the normalized address, without a trailing `/`
 */
export function safeAddress(option: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw unsafe(`${option} ${given} is not an address such as https://example.com.`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw unsafe(`${option} must be an address without credentials, "?" and "#".`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw unsafe(`${option} must use https or this machine, because credentials are sent there.`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

const unsafe = (message: string): DeployFailure => new DeployFailure("usage", message);
