/** The globals of a page that the product's code needs, for a process without one. */
export function pageGlobals(): void {
  const nothing = (): void => undefined;
  const target = { addEventListener: nothing, removeEventListener: nothing };
  Object.assign(globalThis, { document: { ...target, visibilityState: "visible" }, window: target });
}
