import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../../drafts/draft";
import type { Hold } from "../../publishing/choose-drafts";
import { useSelectors, useServices } from "../../services/services";
import { Alert } from "../../ui/fields/alert";
import { ShowSome } from "../../ui/show-some";
import { describeHold } from "./describe-hold";
import { useDraftNames } from "./use-draft-names";

interface Props {
  readonly drafts: readonly Draft[];
  readonly held: ReadonlyMap<ItemRef, Hold>;
  readonly onOpen: (draft: Draft) => void;
}

/** The drafts that can't be published, each with the reason and a link to its page. */
export function HeldDrafts({ drafts, held, onOpen }: Props) {
  const { selectEditedRulesById } = useSelectors();
  const { t, locale } = useServices();
  const rulesById = useSelector(selectEditedRulesById);
  const nameOf = useDraftNames(drafts);
  const named = drafts.flatMap((draft) => {
    const ref = draftRef(draft);
    const hold = held.get(ref);
    return hold === undefined ? [] : [{ draft, ref, hold }];
  });
  if (named.length === 0) return null;
  const isAll = named.length === drafts.length;
  return (
    <Box marginBottom="space60">
      <Alert variant="warning">
        <Text as="p" fontWeight="fontWeightSemibold">
          {t("publishing.held", { count: named.length })}
        </Text>
        {!isAll && <Text as="p">{t("publishing.held.rest")}</Text>}
        <ShowSome items={named}>
          {(shown) => (
            <UnorderedList marginBottom="space0">
              {shown.map(({ draft, ref, hold }) => (
                <ListItem key={ref}>
                  <Button
                    variant="link"
                    onClick={() => {
                      onOpen(draft);
                    }}
                  >
                    {nameOf(ref)}
                  </Button>
                  {t("text.colon")}
                  {describeHold(draft, hold, { t, locale, rulesById, nameOf }).join(" ")}
                </ListItem>
              ))}
            </UnorderedList>
          )}
        </ShowSome>
      </Alert>
    </Box>
  );
}
