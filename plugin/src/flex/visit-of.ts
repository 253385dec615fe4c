import type { Visit } from "../navigation/visit";
import { VIEW } from "./host";

/** The parts of the router's properties that Flex passes to a view's children. */
export interface FlexRoute {
  readonly location: { readonly pathname: string; readonly search: string; readonly state?: unknown };
  readonly history: { readonly action: Visit["action"] };
}

/** The address below the view's route. */
export function visitOf({ location: { pathname, search, state }, history }: FlexRoute): Visit {
  const route = `/${VIEW}`;
  const path = pathname.startsWith(route) ? pathname.slice(route.length) : "";
  return { path: path.replace(/\/+$/, ""), search, state, action: history.action };
}
