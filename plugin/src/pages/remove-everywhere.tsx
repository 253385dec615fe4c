import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { Callout, CalloutText } from "../ui/fields/callout";
import { useServices } from "../services/services";
import { type OtherOwner, otherOwners } from "../locks/other-owners";
import type { RootState } from "../store/root";
import { formatNames } from "../i18n/format-names";
import { personName } from "@schedule-manager/shared/sync/person-name";

interface Props {
  /** The schedules that use the rule. */
  readonly schedules: readonly Schedule[];
  readonly onRemove: () => void;
}

/** Removes a rule from all schedules and deletes it, after a confirmation that lists the people who edit them. */
export function RemoveEverywhere({ schedules, onRemove }: Props) {
  const { t, locale } = useServices();
  const refs = schedules.map(({ id }) => itemRef("schedule", id));
  const owners = useSelector((root: RootState) => otherOwners(root, refs), sameValue);
  const nameOf = new Map(schedules.map(({ id, name }) => [itemRef("schedule", id), name]));
  const names = (of: readonly (string | undefined)[]): string =>
    formatNames(
      locale,
      of.filter((name): name is string => name !== undefined),
      t,
    );
  const warning = ({ by, self, refs: theirs }: OtherOwner): string =>
    t(self ? "page.usedBy.held.tab" : "page.usedBy.held", {
      name: personName(by),
      schedules: names(theirs.map((ref) => nameOf.get(ref))),
    });
  return (
    <Callout variant={owners.length > 0 ? "warning" : "neutral"}>
      <CalloutText>{t("page.usedBy", { names: names(schedules.map(({ name }) => name)) })}</CalloutText>
      <Box role="status">
        {owners.map((each) => (
          <CalloutText key={`${each.by.identity} ${each.self}`}>
            <Text as="strong" color="currentColor" fontWeight="fontWeightSemibold">
              {warning(each)}
            </Text>
          </CalloutText>
        ))}
        {owners.length > 0 && <CalloutText>{t("page.usedBy.held.note")}</CalloutText>}
      </Box>
      <Box marginTop="space20">
        <Button variant="destructive_secondary" onClick={onRemove}>
          {t("page.deleteEverywhere")}
        </Button>
      </Box>
    </Callout>
  );
}
