import { useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { Callout, CalloutHeading, CalloutText } from "../ui/fields/callout";
import { useServices } from "../services/services";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { useLockOwner } from "../locks/use-lock-owner";
import { personName } from "@schedule-manager/shared/sync/person-name";
import { formatSince } from "../i18n/format-since";

/** Shows who else edits an item, with a button that takes over; empty when nobody does. */
export function LockBanner({ item }: { readonly item: ItemRef }) {
  const { t, locale, localNow, takeOver } = useServices();
  const owner = useLockOwner(item);
  const taken = useSelector((root: RootState) => pluginState(root).presence.taken[item] !== undefined);
  const hasDraft = useSelector((root: RootState) => pluginState(root).drafts.items[item] !== undefined);
  const [state, setState] = useState<"" | "taking" | "failed">("");
  const take = async (): Promise<void> => {
    setState("taking");
    setState((await takeOver(item)) ? "" : "failed");
  };
  // The live region stays mounted so that screen readers announce its changes.
  if (owner.type !== "other") return <Box role="status" />;
  const values = {
    name: personName(owner.by),
    time: formatSince(locale, Date.parse(owner.since), localNow()),
  };
  const [title, help, button] = owner.self
    ? (["lock.tab", "lock.tab.help", "lock.tab.here"] as const)
    : taken
      ? (["lock.taken", hasDraft ? "lock.taken.draft" : "lock.taken.help", "lock.taken.back"] as const)
      : (["lock.other", "lock.other.help", "lock.takeOver"] as const);
  return (
    <Box role="status" marginBottom="space60">
      <Callout variant={taken && !owner.self ? "warning" : "neutral"}>
        <Box
          display="flex"
          flexWrap="wrap"
          alignItems="center"
          justifyContent="space-between"
          columnGap="space60"
          rowGap="space40"
        >
          <Box flex="1 1 20rem">
            <CalloutHeading as="h2">{t(title, values)}</CalloutHeading>
            <CalloutText>{t(help, values)}</CalloutText>
            {state === "failed" && <HelpText variant="error">{t("lock.failed")}</HelpText>}
          </Box>
          <Button variant="secondary" loading={state === "taking"} onClick={() => void take()}>
            {t(button)}
          </Button>
        </Box>
      </Callout>
    </Box>
  );
}
