import type { ReactNode } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { useTranslate } from "../../services/services";

interface Props {
  readonly items: readonly string[];
  /** null: the list is read-only. */
  readonly onRemove: ((item: string) => void) | null;
  /** Renders after an item. */
  readonly detailOf?: (item: string) => ReactNode;
}

/** Texts, each with a button that removes it. */
export function EntryList({ items, onRemove, detailOf }: Props) {
  const t = useTranslate();
  return (
    <Box as="ul" margin="space0" padding="space0" marginBottom="space30" listStyleType="none">
      {items.map((item) => (
        <Box
          as="li"
          key={item}
          display="flex"
          alignItems="center"
          justifyContent="space-between"
          columnGap="space40"
          paddingY="space10"
        >
          <Box minWidth="size0" display="flex" flexWrap="wrap" alignItems="baseline" columnGap="space40">
            <Text as="span" overflowWrap="anywhere">
              {item}
            </Text>
            {detailOf?.(item)}
          </Box>
          {onRemove !== null && (
            <Button
              variant="secondary_icon"
              size="icon_small"
              onClick={() => {
                onRemove(item);
              }}
            >
              <CloseIcon decorative={false} title={t("list.remove", { item })} />
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}
