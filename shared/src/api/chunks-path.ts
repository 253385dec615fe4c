/**
 * Where the parts of the plugin are that it loads itself, below the functions' origin: a deploy puts them there, and
 * the plugin looks for them there, in a folder for each release.
 */
export const CHUNKS_PATH = "/schedule-manager/plugin";
