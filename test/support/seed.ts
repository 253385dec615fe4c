/** The seed of every fuzz test; `SEED` repeats a run. Titles and failures contain it. */
export const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
