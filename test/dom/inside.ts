/** The part of jsdom's document that scripts do not see. */
interface Inside {
  /** Grows with each change of a node or an attribute. */
  readonly _version: number;
  /** Replaced after each change that may change a style. */
  readonly _styleCache?: object | null;
}

export function insideOf(document: Document): Inside {
  const key = Object.getOwnPropertySymbols(document).find(({ description }) => description === "impl");
  const inside = key === undefined ? undefined : (document as unknown as Record<symbol, Inside>)[key];
  if (typeof inside?._version !== "number")
    throw new Error("jsdom keeps the inside of its document elsewhere");
  return inside;
}
