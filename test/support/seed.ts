/** What every fuzz test begins with: `SEED` runs one again. Its failure and its title name it. */
export const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
