import { useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Option, Select } from "@twilio-paste/core/select";
import { useServices } from "../../services/services";

interface Props {
  /** The group of each row, empty without one. */
  readonly groups: readonly string[];
  /** Empty: the rows without a group; null: all. */
  readonly chosen: string | null;
  readonly onChoose: (group: string | null) => void;
}

/** Not the name of a group, which has a prefix as a value. */
const ALL = "";
const valueOf = (group: string): string => `=${group}`;

/** Shows the schedules of one group; absent while there are no groups. */
export function GroupFilter({ groups, chosen, onChoose }: Props) {
  const { t, locale } = useServices();
  const names = useMemo(
    () => [...new Set(groups)].filter((group) => group !== "").sort(new Intl.Collator(locale).compare),
    [groups, locale],
  );
  if (names.length === 0) return null;
  return (
    <Box maxWidth="size30">
      <Select
        aria-label={t("schedule.group")}
        value={chosen === null ? ALL : valueOf(chosen)}
        onChange={({ currentTarget: { value } }) => {
          onChoose(value === ALL ? null : value.slice(1));
        }}
      >
        <Option value={ALL}>{t("table.group.all")}</Option>
        {[
          ...names.map((group) => (
            <Option key={group} value={valueOf(group)}>
              {group}
            </Option>
          )),
          groups.includes("") ? (
            <Option key="" value={valueOf("")}>
              {t("table.group.none")}
            </Option>
          ) : null,
        ]}
      </Select>
    </Box>
  );
}
