const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for host names of this machine, the only ones to which tokens and credentials may go unencrypted. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
