import { useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import type { ItemField } from "@schedule-manager/shared/editing/merge/fields";
import { resolveItem, type Side } from "@schedule-manager/shared/editing/merge/merge-item";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { Callout, CalloutHeading, CalloutText } from "../../ui/fields/callout";
import { useServices } from "../../services/services";
import { type Draft, type DraftBase, draftRef } from "../../drafts/draft";
import { rebased } from "../../drafts/drafts";
import type { DraftState } from "../../drafts/draft-state";
import { publisherOf } from "../../publishing/last-change";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { liveOf } from "../../drafts/selectors";
import { usePerson } from "../../ui/use-person";
import { ConflictFields } from "./conflict-fields";

interface Props {
  readonly draft: Draft;
  readonly state: DraftState;
  /** The name of a rule; its id when unknown. */
  readonly ruleName: (id: string) => string;
}

function useTheirs(draft: Draft): { readonly who: string; readonly when: string } {
  const { t, locale } = useServices();
  const live = useSelector((root: RootState) => liveOf(pluginState(root).live, draft));
  const head = useSelector((root: RootState) => pluginState(root).head);
  const by = live === undefined ? null : publisherOf(head, live.updated);
  const person = usePerson();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    who: by === null ? t("conflict.somebody") : person(by),
    when:
      live === undefined
        ? ""
        : formatInstant(locale, zone, live.updated, { dateStyle: "medium", timeStyle: "short" }),
  };
}

/** Resolves a draft whose item somebody else changed or deleted; renders nothing for other drafts. */
export function ConflictPanel({ draft, state, ruleName }: Props) {
  const { t } = useServices();
  const dispatch = useDispatch();
  const { who, when } = useTheirs(draft);
  const [choices, setChoices] = useState<Partial<Record<ItemField, Side>>>({});
  const decide = (base: DraftBase | null, value: Draft["value"]): void => {
    dispatch(rebased([{ ref: draftRef(draft), base, value }]));
  };

  if (state.type === "conflict") {
    const { theirs, sides, merge } = state;
    const undecided = merge.conflicts.some((field) => choices[field] === undefined);
    return (
      <Callout variant="warning">
        <CalloutHeading as="h2">{t("conflict.title", { who, when })}</CalloutHeading>
        <CalloutText>{t("conflict.text")}</CalloutText>
        <ConflictFields
          fields={merge.conflicts}
          sides={sides}
          choices={choices}
          ruleName={ruleName}
          onChoose={(field, side) => {
            setChoices({ ...choices, [field]: side });
          }}
        />
        <Box marginTop="space50">
          <Button
            variant="primary"
            disabled={undecided}
            onClick={() => {
              decide(theirs, resolveItem(merge, sides, choices));
            }}
          >
            {t("conflict.apply")}
          </Button>
        </Box>
      </Callout>
    );
  }
  if (state.type === "deleted") {
    return (
      <Callout variant="warning">
        <CalloutHeading as="h2">{t("conflict.deleted", { who })}</CalloutHeading>
        <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space40" marginTop="space40">
          <Button
            variant="primary"
            onClick={() => {
              decide(null, draft.value);
            }}
          >
            {t("conflict.deleted.keep")}
          </Button>
          <Button
            variant="secondary"
            onClick={() => {
              decide(null, null);
            }}
          >
            {t("conflict.deleted.drop")}
          </Button>
        </Box>
      </Callout>
    );
  }
  if (state.type === "changed") {
    const { theirs } = state;
    return (
      <Callout variant="warning">
        <CalloutHeading as="h2">{t("conflict.changed", { who, when })}</CalloutHeading>
        <Box display="flex" flexWrap="wrap" rowGap="space20" columnGap="space40" marginTop="space40">
          <Button
            variant="destructive"
            onClick={() => {
              decide(theirs, null);
            }}
          >
            {t("conflict.changed.delete")}
          </Button>
          <Button
            variant="secondary"
            onClick={() => {
              decide(theirs, theirs.value);
            }}
          >
            {t("conflict.changed.keep")}
          </Button>
        </Box>
      </Callout>
    );
  }
  return null;
}
