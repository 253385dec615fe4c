/** The seed of every fuzz test; `SEED` repeats a run. Titles and failures contain it. */
export const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);

/** Fewer prove nothing. */
const FEWEST_ROUNDS = 10;

/** Rounds of a fuzz test; `FUZZ_ROUNDS` changes them. */
export const ROUNDS = Number(process.env["FUZZ_ROUNDS"] ?? 60);
if (!(ROUNDS >= FEWEST_ROUNDS)) throw new Error(`FUZZ_ROUNDS is a number from ${FEWEST_ROUNDS} up`);
