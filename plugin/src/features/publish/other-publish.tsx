import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { Alert } from "../../ui/fields/alert";
import { useTranslate } from "../../services/services";
import { selectOtherPublish } from "../../publishing/selectors";
import { usePerson } from "../../ui/use-person";

/** Shows that somebody else is publishing. */
export function OtherPublish() {
  const t = useTranslate();
  const person = usePerson();
  const mark = useSelector(selectOtherPublish);
  if (mark === null) return null;
  return (
    <Box marginBottom="space50">
      <Alert variant="warning">
        <Text as="p" fontWeight="fontWeightSemibold">
          {t("publishing.other")}
        </Text>
        <Text as="p">{t("publishing.other.by", { name: person(mark.by) })}</Text>
      </Alert>
    </Box>
  );
}
