/**
 * A faster `getComputedStyle` with the same answers. Queries by role ask for the style of nearly every element, and
 * jsdom tries each rule of each style sheet on it, of which Paste adds hundreds.
 */

import { insideOf } from "./inside";

interface Matcher {
  match(selector: string | undefined, element: Element): boolean;
}

/** What an element needs so that one of a selector's alternatives may match it. */
interface Need {
  /** Empty: any. */
  readonly tag: string;
  readonly classes: readonly string[];
}

/** null: not known. Rules such as `@font-face` have no selector. */
function needsOf(selector: string | undefined): readonly Need[] | null {
  if (selector === undefined || /[^\w\s.,:*>+~#-]/.test(selector)) return null;
  return selector.split(",").map((alternative) => {
    const [last = ""] = /[^\s>+~]*$/.exec(alternative.trim()) ?? [];
    return {
      tag: /^[a-z][\w-]*/.exec(last)?.[0] ?? "",
      classes: [...last.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name),
    };
  });
}

const needs = new Map<string | undefined, readonly Need[] | null>();

/** Compares rules with the element of the last question, about which jsdom asks for one rule after another. */
function rejection(version: () => number): (selector: string | undefined, element: Element) => boolean {
  let last: Element | null = null;
  let at = NaN;
  let tag = "";
  let classes = new Set<string>();
  return (selector, element) => {
    let alternatives = needs.get(selector);
    if (alternatives === undefined) needs.set(selector, (alternatives = needsOf(selector)));
    if (alternatives === null) return false;
    if (element !== last || at !== version()) {
      last = element;
      // Changes outside the document leave its version as it is.
      at = element.isConnected ? version() : NaN;
      tag = element.localName;
      classes = new Set(element.classList);
    }
    return !alternatives.some(
      (need) => (need.tag === "" || need.tag === tag) && need.classes.every((name) => classes.has(name)),
    );
  };
}

export function defineComputedStyles(): void {
  const inside = insideOf(document);
  const rejects = rejection(() => inside._version);
  let matcher: Matcher | undefined;
  Object.defineProperty(inside, "_nwsapiDontThrow", {
    get: () => matcher,
    set(made: Matcher) {
      const match = made.match.bind(made);
      made.match = (selector, element) => !rejects(selector, element) && match(selector, element);
      matcher = made;
    },
  });

  const own = window.getComputedStyle.bind(window);
  const styles = new WeakMap<object, WeakMap<Element, CSSStyleDeclaration>>();
  const keptNow = (): WeakMap<Element, CSSStyleDeclaration> => {
    // Before the first question there is nothing to keep it by.
    const now = inside._styleCache ?? {};
    const kept = styles.get(now) ?? new WeakMap<Element, CSSStyleDeclaration>();
    styles.set(now, kept);
    return kept;
  };
  window.getComputedStyle = (element, pseudo) => {
    if (typeof pseudo === "string" || !element.isConnected) return own(element, pseudo);
    const same = keptNow().get(element);
    if (same !== undefined) return same;
    const style = own(element);
    keptNow().set(element, style);
    return style;
  };
}
