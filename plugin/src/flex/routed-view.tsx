import { type ComponentType, useMemo } from "react";
import type { AgentTranslate } from "../i18n/translate";
import type { Visit } from "../navigation/visit";
import type { LoadedOnce } from "../ui/chunks/loaded-once";
import { LoadedView } from "../ui/chunks/loaded-view";
import { type FlexRoute, visitOf } from "./visit-of";

interface Props {
  readonly view: LoadedOnce<ComponentType<{ readonly visit: Visit }>>;
  readonly t: AgentTranslate;
  readonly locale: string;
  /** Flex passes it to each child of a view. */
  readonly route?: FlexRoute;
}

/** The admin view at its address. */
export function RoutedView({ view, t, locale, route }: Props) {
  const location = route?.location;
  const action = route?.history.action ?? "POP";
  const visit = useMemo(
    () => visitOf({ location: location ?? { pathname: "", search: "" }, history: { action } }),
    // `history` is one mutable object: its action belongs to the location.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [location],
  );
  return (
    <LoadedView view={view} props={{ visit }} t={t} locale={locale} as="main" failure={t("app.notLoaded")} />
  );
}
