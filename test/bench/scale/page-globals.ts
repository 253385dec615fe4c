/** What the product's code asks of a page, where there is none. */
export function pageGlobals(): void {
  const nothing = (): void => undefined;
  const target = { addEventListener: nothing, removeEventListener: nothing };
  Object.assign(globalThis, { document: { ...target, visibilityState: "visible" }, window: target });
}
