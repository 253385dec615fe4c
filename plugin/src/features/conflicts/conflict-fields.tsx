import { isOneOf } from "@schedule-manager/shared/collections/keys";
import { Box } from "@twilio-paste/core/box";
import { Radio, RadioGroup } from "@twilio-paste/core/radio-group";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { describeField, fieldLabel } from "../../i18n/describe-field";
import type { ItemField } from "@schedule-manager/shared/editing/merge/fields";
import type { Side } from "@schedule-manager/shared/editing/merge/merge-item";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { useServices } from "../../services/services";

const SIDES = ["base", "theirs", "mine"] as const;

interface Props {
  readonly fields: readonly ItemField[];
  readonly sides: Readonly<Record<Side, StoredItem>>;
  readonly choices: Readonly<Partial<Record<ItemField, Side>>>;
  readonly ruleName: (id: string) => string;
  readonly onChoose: (field: ItemField, side: Side) => void;
}

/** Shows base, theirs and mine side by side, field by field, to choose from. */
export function ConflictFields({ fields, sides, choices, ruleName, onChoose }: Props) {
  const { t, locale } = useServices();
  const uid = useUID();
  const textOf = (field: ItemField, side: Side): string =>
    describeField(sides[side], field, { t, locale, ruleName }) ?? t("conflict.nothing");
  const label = (field: ItemField): string => fieldLabel(t, field);
  return (
    <Box display="flex" flexDirection="column" rowGap="space60" marginTop="space50">
      {fields.map((field) => (
        <RadioGroup
          key={field}
          name={`${uid}-${field}`}
          legend={
            <>
              {label(field)}
              <ScreenReaderOnly>
                {t("text.colon") + t("conflict.choose", { field: label(field) })}
              </ScreenReaderOnly>
            </>
          }
          orientation="horizontal"
          value={choices[field] ?? ""}
          onChange={(side) => {
            if (isOneOf(SIDES, side)) onChoose(field, side);
          }}
        >
          {SIDES.map((side) => (
            <Radio key={side} value={side} id={`${uid}-${field}-${side}`} helpText={textOf(field, side)}>
              <Text as="span" fontWeight="fontWeightSemibold">
                {t(`conflict.${side}`)}
              </Text>
            </Radio>
          ))}
        </RadioGroup>
      ))}
    </Box>
  );
}
