import { releaseOf } from "./plugin-chunks";

/** The paths of every version so far, the chunks' aside. */
const OUR_PATHS: readonly string[] = [
  "/check-schedule",
  "/hours",
  "/admin/list",
  "/admin/publish",
  "/admin/release-locks",
  "/sync-token",
  "/health",
  "/catalogue.json",
  "/schedule-manager/third-party-licenses.txt",
];

/** Whether a function or an asset of a service is one that a deploy created. */
export const isOurPath = (path: string): boolean => OUR_PATHS.includes(path) || releaseOf(path) !== undefined;
