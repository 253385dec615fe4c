import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { selectLockOwner } from "../../locks/selectors";
import { useSelectors, useTranslate } from "../../services/services";
import type { RootState } from "../../store/root";
import { Combobox } from "../../ui/fields/combobox";

interface Props {
  /** The id of the page's schedule, which stays chosen. */
  readonly own: string;
  /** Ids. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Chooses further schedules, except those that somebody else edits. */
export function SchedulesField({ own, chosen, onChange }: Props) {
  const t = useTranslate();
  const { selectEditedSchedules } = useSelectors();
  const schedules = useSelector(selectEditedSchedules);
  const locked = useSelector((root: RootState) =>
    schedules
      .filter(({ id }) => selectLockOwner(root, itemRef("schedule", id)).type === "other")
      .map(({ id }) => id)
      .join(" "),
  ).split(" ");
  const others = schedules.filter(({ id }) => id !== own);
  if (others.length === 0) return null;
  const options = others
    .filter(({ id }) => !chosen.includes(id) && !locked.includes(id))
    .map(({ id, name }) => ({ value: id, text: name }));
  const further = others.filter(({ id }) => chosen.includes(id));
  return (
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Combobox
        label={t("holidays.schedules")}
        help={t("holidays.schedules.help")}
        value=""
        options={options}
        clears
        onChange={(id) => {
          onChange([...chosen, id]);
        }}
      />
      {further.length > 0 && (
        <Box as="ul" margin="space0" padding="space0" listStyleType="none">
          {further.map(({ id, name }) => (
            <Box as="li" key={id} display="flex" alignItems="center" justifyContent="space-between">
              <Text as="span" overflowWrap="anywhere">
                {name}
              </Text>
              <Button
                variant="secondary_icon"
                size="icon_small"
                onClick={() => {
                  onChange(chosen.filter((other) => other !== id));
                }}
              >
                <CloseIcon decorative={false} title={t("list.remove", { item: name })} />
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
