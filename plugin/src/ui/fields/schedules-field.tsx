import { useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { CloseIcon } from "@twilio-paste/icons/esm/CloseIcon";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { Combobox } from "./combobox";
import { useServices } from "../../services/services";

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly schedules: readonly Schedule[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly error?: string | undefined;
  /** The ids of schedules that are not offered. */
  readonly locked?: readonly string[];
  /** The choice may stay empty. */
  readonly isOptional?: boolean;
}

const NONE: readonly string[] = [];

/** Chooses one or several schedules. */
export function SchedulesField(props: Props) {
  const { label, help, schedules, chosen, onChange, error, locked = NONE, isOptional = false } = props;
  const { t, locale } = useServices();
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return schedules
      .filter(({ id }) => !chosen.includes(id) && !locked.includes(id))
      .map(({ id, name, timeZone }) => ({ value: id, text: name, keywords: [timeZone] }))
      .sort((a, b) => collator.compare(a.text, b.text));
  }, [schedules, chosen, locked, locale]);
  return (
    <Box display="flex" flexDirection="column" rowGap="space30" maxWidth="size50">
      <Combobox
        label={isOptional || chosen.length === 0 ? label : t("schedules.field.add")}
        placeholder={t("schedules.field.placeholder")}
        help={help}
        error={error}
        required={!isOptional && chosen.length === 0}
        value=""
        clears
        exhausted={t("schedules.field.none")}
        options={options}
        onChange={(id) => {
          onChange([...chosen, id]);
        }}
      />
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label={label}>
        {chosen.map((id) => {
          const name = schedules.find((schedule) => schedule.id === id)?.name ?? id;
          return (
            <Box as="li" key={id} display="flex" alignItems="center" columnGap="space30">
              <Text as="span">{name}</Text>
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
          );
        })}
      </Box>
    </Box>
  );
}
