import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Spinner } from "@twilio-paste/core/spinner";
import { Text } from "@twilio-paste/core/text";
import type { AgentTranslate } from "../../i18n/translate";
import type { LoadedOnce } from "./loaded-once";

interface Props<P> {
  readonly view: LoadedOnce<ComponentType<P>>;
  /** The properties of the loaded component. */
  readonly props: P;
  readonly t: AgentTranslate;
  readonly locale: string;
  /** The element of the spinner and the failure. */
  readonly as: "main" | "div";
  /** The heading when the chunk cannot be loaded. */
  readonly failure: string;
}

/** Loads a view's chunk on first use; shows a spinner, or the failure with a retry button, meanwhile. */
export function LoadedView<P extends object>({ view, props, t, locale, as, failure }: Props<P>) {
  const [View, setView] = useState(view.current);
  const [failed, setFailed] = useState(false);
  const mounted = useRef(true);
  const load = useCallback(() => {
    setFailed(false);
    view.load().then(
      // The wrapper keeps `setState` from calling the component as an updater.
      (loaded) => mounted.current && setView(() => loaded),
      () => mounted.current && setFailed(true),
    );
  }, [view]);
  useEffect(() => {
    mounted.current = true;
    load();
    return () => {
      mounted.current = false;
    };
  }, [load]);
  if (View !== null) return <View {...props} />;
  return (
    <Box
      as={as}
      lang={locale}
      display="flex"
      flexDirection="column"
      alignItems="center"
      justifyContent="center"
      rowGap="space50"
      width="100%"
      height="100%"
      padding="space80"
      backgroundColor="colorBackgroundBody"
    >
      {failed ? (
        <>
          <Box role="alert" maxWidth="size50" textAlign="center">
            <Text as="h2" fontSize="fontSize50" lineHeight="lineHeight50" fontWeight="fontWeightSemibold">
              {failure}
            </Text>
            <Text as="p" marginTop="space30" color="colorTextWeak">
              {t("app.notLoaded.hint")}
            </Text>
          </Box>
          <Button variant="secondary" onClick={load}>
            {t("app.retry")}
          </Button>
        </>
      ) : (
        <Spinner decorative={false} title={t("app.loading")} size="sizeIcon80" delay={250} />
      )}
    </Box>
  );
}
