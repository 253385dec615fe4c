const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL's host name is this machine: the only one to which tokens and credentials go unencrypted. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
