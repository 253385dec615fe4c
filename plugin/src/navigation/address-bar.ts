import { fieldOf } from "@schedule-manager/shared/collections/record";
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

/** The entry that the tab shows, kept over a reload: Flex clears the state of the browser's own when it starts. */
const KEPT_ENTRY = "schedule-manager:address";

interface Shown {
  readonly at: number;
  /** The address with its state, to compare; empty: another code's entry. */
  readonly text: string;
}

const textOf = ({ path, search }: Address, entry: unknown): string => JSON.stringify([path, search, entry]);

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** Keeps the browser's address and the open page the same, in both directions, while the view is mounted. */
export class AddressBar {
  readonly #store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">;
  readonly #history: BrowserHistory;
  readonly #tab: Pick<Storage, "getItem" | "setItem"> | null;
  /** What the browser shows, or will show after the steps on their way; null: the view is not mounted. */
  #shown: Shown | null = null;
  /** The places of the view's own steps back that are on their way. */
  #returns: number[] = [];

  constructor(
    store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">,
    history: BrowserHistory,
    tab: Pick<Storage, "getItem" | "setItem"> | null,
  ) {
    this.#store = store;
    this.#history = history;
    this.#tab = tab;
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
    const own = entryStateIn(visit.state);
    const state = own === null && isFirst ? (this.#keptState(visit) ?? visit.state) : visit.state;
    const entry = entryStateIn(state);
    // The view's own step arrives late: further steps may be on their way.
    if (!isFirst && entry !== null && visit.action !== "POP") return;
    const { navigation } = pluginState(this.#store.getState());
    if (entry !== null && this.#returns.shift() === entry.at && entry.at !== navigation.at) return;
    const next = visitedBy({ ...visit, state }, navigation, isFirst);
    this.#shown = { at: next.at, text: own === null ? "" : textOf(visit, own) };
    this.#store.dispatch(visited(next));
    this.#write();
  }

  #keptState({ path, action }: Visit): unknown {
    const kept = parsed(this.#tab?.getItem(KEPT_ENTRY) ?? null);
    return action === "POP" && fieldOf(kept, "path") === path ? fieldOf(kept, "state") : undefined;
  }

  #keep({ path }: Address, state: unknown): void {
    try {
      this.#tab?.setItem(KEPT_ENTRY, JSON.stringify({ path, state }));
    } catch {
      // The storage is full: after a reload Back leads to the list.
    }
  }

  #write(): void {
    if (this.#shown === null) return;
    const { navigation, tableViews } = pluginState(this.#store.getState());
    const address = addressOf(navigation.page, tableViews);
    const state = entryStateOf(navigation, tableViews);
    const before = this.#shown;
    this.#keep(address, state);
    this.#shown = { at: navigation.at, text: textOf(address, entryStateIn(state)) };
    if (navigation.at > before.at) this.#history.push(address, state);
    else if (navigation.at < before.at) {
      this.#returns.push(navigation.at);
      this.#history.go(navigation.at - before.at);
    } else if (this.#shown.text !== before.text) this.#history.replace(address, state);
  }
}
