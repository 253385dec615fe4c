import type { Store } from "redux";
import { pluginState } from "../catalogue/root";
import { observe } from "../redux/observe";
import { type Address, addressOf } from "./address";
import { entryStateIn, entryStateOf } from "./entry-state";
import { visited } from "./navigation";
import type { NavigationRoot } from "./root";
import { type Visit, visitedBy } from "./visit";

/** Flex's browser history. Its steps are asynchronous. */
export interface BrowserHistory {
  readonly push: (address: Address, state: unknown) => void;
  readonly replace: (address: Address, state: unknown) => void;
  readonly go: (steps: number) => void;
}

interface Shown {
  readonly at: number;
  /** The address with its state, to compare; empty: another code's entry. */
  readonly text: string;
}

const textOf = ({ path, search }: Address, entry: unknown): string => JSON.stringify([path, search, entry]);

/** Keeps the browser's address and the open page the same, in both directions, while the view is mounted. */
export class AddressBar {
  readonly #store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">;
  readonly #history: BrowserHistory;
  /** What the browser shows, or will show after the steps on their way; null: the view is not mounted. */
  #shown: Shown | null = null;
  /** The places of the view's own steps back that are on their way. */
  #returns: number[] = [];

  constructor(
    store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">,
    history: BrowserHistory,
  ) {
    this.#store = store;
    this.#history = history;
  }

  /** Follows the open page. @returns stops */
  follow(): () => void {
    const write = (): void => {
      this.#write();
    };
    const stopPages = observe(this.#store, (root: NavigationRoot) => pluginState(root).navigation, write);
    const stopViews = observe(this.#store, (root: NavigationRoot) => pluginState(root).tableViews, write);
    return () => {
      this.#shown = null;
      this.#returns = [];
      stopPages();
      stopViews();
    };
  }

  /** The browser shows an address. */
  visit(visit: Visit): void {
    const isFirst = this.#shown === null;
    const entry = entryStateIn(visit.state);
    // The view's own step arrives late: further steps may be on their way.
    if (!isFirst && entry !== null && visit.action !== "POP") return;
    const { navigation } = pluginState(this.#store.getState());
    if (entry !== null && this.#returns.shift() === entry.at && entry.at !== navigation.at) return;
    const next = visitedBy(visit, navigation, isFirst);
    this.#shown = entry === null ? { at: next.at, text: "" } : { at: entry.at, text: textOf(visit, entry) };
    this.#store.dispatch(visited(next));
    this.#write();
  }

  #write(): void {
    if (this.#shown === null) return;
    const { navigation, tableViews } = pluginState(this.#store.getState());
    const address = addressOf(navigation.page, tableViews);
    const state = entryStateOf(navigation, tableViews);
    const before = this.#shown;
    this.#shown = { at: navigation.at, text: textOf(address, entryStateIn(state)) };
    if (navigation.at > before.at) this.#history.push(address, state);
    else if (navigation.at < before.at) {
      this.#returns.push(navigation.at);
      this.#history.go(navigation.at - before.at);
    } else if (this.#shown.text !== before.text) this.#history.replace(address, state);
  }
}
