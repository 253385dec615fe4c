import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { Section } from "../../ui/fields/section";
import { useTranslate } from "../../services/services";

interface Props {
  readonly schedules: readonly { readonly id: string; readonly name: string }[];
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** Lists the schedules that use the rule. */
export function UsedBy({ schedules, onOpen }: Props) {
  const t = useTranslate();
  return (
    <Section title={t("rule.usedBy")}>
      {schedules.length === 0 ? (
        <Text as="p" color="colorTextWeak">
          {t("rule.usedBy.none")}
        </Text>
      ) : (
        <Box>
          <Box
            as="ul"
            margin="space0"
            padding="space0"
            listStyleType="none"
            maxHeight="size20"
            overflowY="auto"
          >
            {schedules.map(({ id, name }) => (
              <Box as="li" key={id} paddingY="space10">
                {onOpen === undefined ? (
                  <Text as="span">{name}</Text>
                ) : (
                  <Button
                    variant="link"
                    data-opens={itemRef("schedule", id)}
                    onClick={() => {
                      onOpen(id);
                    }}
                  >
                    {name}
                  </Button>
                )}
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Section>
  );
}
