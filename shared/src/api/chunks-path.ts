/**
 * Folder of the plugin's lazily loaded chunks below the functions' origin. The deploy uploads them there, one
 * folder for each release, and the plugin loads them from there.
 */
export const CHUNKS_PATH = "/schedule-manager/plugin";
