import { memo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { EntriesField } from "../../ui/fields/entries-field";
import { useTranslate } from "../../services/services";

/** The maximum length of a name in characters. */
const LONGEST = 320;

interface Props {
  readonly label: string;
  readonly help: string;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** A list of texts with buttons to add and remove entries. */
export const ListField = memo(function ListField({ items, ...field }: Props) {
  const t = useTranslate();
  return (
    <EntriesField
      {...field}
      type="text"
      maxLength={LONGEST}
      add={t("list.add")}
      entries={items}
      parse={(typed) => (typed.trim() === "" ? null : typed.trim())}
    >
      {(remove) => (
        <Box as="ul" margin="space0" padding="space0" marginBottom="space30" listStyleType="none">
          {items.map((item) => (
            <Box
              as="li"
              key={item}
              display="flex"
              alignItems="center"
              justifyContent="space-between"
              paddingY="space10"
            >
              <Text as="span" overflowWrap="anywhere">
                {item}
              </Text>
              {remove !== null && (
                <Button
                  variant="secondary_icon"
                  size="icon_small"
                  onClick={() => {
                    remove(item);
                  }}
                >
                  <CloseIcon decorative={false} title={t("list.remove", { item })} />
                </Button>
              )}
            </Box>
          ))}
        </Box>
      )}
    </EntriesField>
  );
});
