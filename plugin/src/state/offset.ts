/** What an offset can be, in ms. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

const middle = ({ least, most }: Range): number => Math.round((least + most) / 2);

export interface Offsets {
  /**
   * One more answer of a server.
   * @returns the likeliest offset from all that agree with it
   */
  add(heard: Range): number;
  known(): Range | null;
}

/**
 * Server's time minus this computer's, from answers that each leave some room: it is what they have in common. An
 * answer that contradicts the earlier ones counts alone, since a clock was set meanwhile.
 */
export function offsets(): Offsets {
  let known: Range | null = null;
  return {
    add(heard) {
      const least = Math.max(heard.least, known?.least ?? -Infinity);
      const most = Math.min(heard.most, known?.most ?? Infinity);
      known = least <= most ? { least, most } : heard;
      return middle(known);
    },
    known: () => known,
  };
}
