import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../../services/services";
import { COLORS, type SegmentLook } from "./segment-style";

const LOOKS: readonly SegmentLook[] = ["open", "closed", "none", "manual"];

export function Legend() {
  const t = useTranslate();
  return (
    <Box
      as="ul"
      display="flex"
      flexWrap="wrap"
      columnGap="space40"
      rowGap="space10"
      margin="space0"
      padding="space0"
      marginTop="space30"
      listStyleType="none"
    >
      {LOOKS.map((look) => (
        <Box as="li" key={look} display="flex" alignItems="center" columnGap="space20">
          <Box
            width="sizeIcon05"
            height="sizeIcon05"
            borderStyle="solid"
            borderWidth="borderWidth10"
            borderRadius="borderRadius10"
            backgroundColor={COLORS[look].backgroundColor}
            borderColor={COLORS[look].borderColor}
          />
          <Text as="span" fontSize="fontSize20" color="colorTextWeak">
            {t(`preview.${look}`)}
          </Text>
        </Box>
      ))}
    </Box>
  );
}
