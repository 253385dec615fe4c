import { Avatar } from "@twilio-paste/core/avatar";
import { Box } from "@twilio-paste/core/box";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Text } from "@twilio-paste/core/text";
import { UserIcon } from "@twilio-paste/icons/esm/UserIcon";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { formatSince } from "../i18n/format-since";
import { useServices } from "../services/services";
import { useLockOwner } from "../locks/use-lock-owner";
import { personName } from "@schedule-manager/shared/sync/person-name";

/** Shows who else edits an item, and since when; renders nothing when nobody does. */
export function LockBadge({ item }: { readonly item: ItemRef }) {
  const { t, locale, localNow } = useServices();
  const owner = useLockOwner(item);
  if (owner.type !== "other") return null;
  const values = {
    name: personName(owner.by),
    time: formatSince(locale, Date.parse(owner.since), localNow()),
  };
  const label = owner.self ? t("lock.mark.tab") : t("lock.mark.label", values);
  return (
    <Box as="span" display="inline-flex" alignItems="center" columnGap="space20" title={label}>
      {/* An icon, because initials of this size have too little contrast. */}
      <Avatar size="sizeIcon10" name={values.name} icon={UserIcon} />
      <Text as="span" aria-hidden color="colorTextWeak" fontSize="fontSize20" fontWeight="fontWeightNormal">
        {owner.self ? label : t("lock.mark", values)}
      </Text>
      <ScreenReaderOnly>{label}</ScreenReaderOnly>
    </Box>
  );
}
