import { useDispatch, useSelector } from "react-redux";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import { describeChange } from "../../i18n/describe-change";
import { useSelectors, useServices, useTranslate } from "../../services/services";
import { type Draft, draftRef } from "../../drafts/draft";
import { discarded } from "../../drafts/drafts";
import { DraftBadge } from "../../ui/draft-badge";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { CheckField } from "../../ui/fields/check-field";
import { ShowSome } from "../../ui/show-some";
import type { Review } from "./use-review";

/** Each has a box, badges and buttons of Paste, which take milliseconds to render. */
const FEW = 10;

interface ChangeProps {
  readonly draft: Draft;
  readonly name: string;
  readonly review: Review;
  readonly ruleName: (id: string) => string;
  readonly onOpen: (draft: Draft) => void;
}

function Change({ draft, name, review, ruleName, onOpen }: ChangeProps) {
  const { t, locale, localNow } = useServices();
  const dispatch = useDispatch();
  const { kind, base, value } = draft;
  const ref = draftRef(draft);
  const lost = review.renamed.get(ref);
  const lines = describeChange(kind, base?.value ?? null, value, { t, locale, ruleName });
  return (
    <Box display="flex" flexWrap="wrap" justifyContent="space-between" columnGap="space50" rowGap="space20">
      <CheckField
        label={t("publishing.choose", { name })}
        isLabelHidden
        checked={!review.unticked.has(ref)}
        onChange={() => {
          review.toggle(ref);
        }}
      />
      <Box minWidth="size0" flex="1 1 14rem">
        <Box display="flex" alignItems="center" columnGap="space30" flexWrap="wrap">
          <Text as="span" fontWeight="fontWeightSemibold">
            {name}
          </Text>
          <Badge as="span" variant="neutral" size="small">
            {t(kind === "schedule" ? "publishing.schedule" : "publishing.rule")}
          </Badge>
          <DraftBadge draft={draft} />
          {review.held.has(ref) && (
            <Badge as="span" variant="warning" size="small">
              {t("publishing.held.badge")}
            </Badge>
          )}
        </Box>
        <UnorderedList marginBottom="space0">
          {lines.map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </UnorderedList>
        {lost !== undefined && (
          <Box marginTop="space30">
            <CheckField
              label={t("publishing.formerName", { name: lost })}
              help={t("publishing.formerName.help", { name: lost })}
              checked={!review.dropped.has(ref)}
              onChange={() => {
                review.toggleFormerName(ref);
              }}
            />
          </Box>
        )}
      </Box>
      <Box display="flex" columnGap="space40" alignItems="flex-start" marginLeft="auto">
        <Button
          variant="link"
          aria-label={t("publishing.open") + t("text.colon") + name}
          onClick={() => {
            onOpen(draft);
          }}
        >
          {t("publishing.open")}
        </Button>
        <Button
          variant="destructive_link"
          aria-label={t("publishing.discard") + t("text.colon") + name}
          onClick={() => dispatch(discarded({ ref: draftRef(draft), at: localNow() }))}
        >
          {t("draft.discard")}
        </Button>
      </Box>
    </Box>
  );
}

interface Props extends Pick<ChangeProps, "review" | "onOpen"> {
  readonly nameOf: (ref: ItemRef) => string;
}

/** Drafts with a description of their changes and a box each: the first ones, and more on demand. */
export function ChangeList({ review, nameOf, onOpen }: Props) {
  const { selectEditedRulesById, selectRulesById } = useSelectors();
  const t = useTranslate();
  const edited = useSelector(selectEditedRulesById);
  const live = useSelector(selectRulesById);
  const ruleName = (id: string): string => (edited.get(id) ?? live.get(id))?.name ?? id;
  const { drafts, unticked, toggleAll } = review;
  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      {drafts.length > 1 && (
        <CheckField
          label={t("publishing.all")}
          checked={unticked.size === 0}
          indeterminate={unticked.size > 0 && unticked.size < drafts.length}
          onChange={toggleAll}
        />
      )}
      <ShowSome items={drafts} some={FEW}>
        {(shown) => (
          <Box display="flex" flexDirection="column" rowGap="space50">
            {shown.map((draft) => {
              const ref = draftRef(draft);
              return (
                <Change
                  key={ref}
                  draft={draft}
                  name={nameOf(ref)}
                  review={review}
                  ruleName={ruleName}
                  onOpen={onOpen}
                />
              );
            })}
          </Box>
        )}
      </ShowSome>
    </Box>
  );
}
