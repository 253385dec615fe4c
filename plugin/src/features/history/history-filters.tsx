import { useMemo } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useSelectors, useServices } from "../../services/services";
import { Combobox } from "../../ui/fields/combobox";
import { TextField } from "../../ui/fields/text-field";

export interface FilterForm {
  readonly person: string;
  /** An `ItemRef`; empty: every item. */
  readonly item: string;
  /** `YYYY-MM-DD` in the reader's time zone; empty: no limit. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: FilterForm = { person: "", item: "", from: "", to: "" };

interface Props {
  readonly value: FilterForm;
  readonly onChange: (value: FilterForm) => void;
}

/** Chooses the person, the item and the days of the publishes to list. */
export function HistoryFilters({ value, onChange }: Props) {
  const { selectNames } = useSelectors();
  const { t, locale } = useServices();
  const names = useSelector(selectNames);
  const options = useMemo(
    () =>
      [...names]
        .map(([ref, name]) => ({ value: ref, text: name }))
        .sort((a, b) => a.text.localeCompare(b.text, locale)),
    [names, locale],
  );
  const set = (change: Partial<FilterForm>): void => {
    onChange({ ...value, ...change });
  };
  const isFiltered = Object.values(value).some((each) => each !== "");
  return (
    <Box
      role="group"
      aria-label={t("history.filter")}
      display="flex"
      flexWrap="wrap"
      alignItems="flex-start"
      columnGap="space50"
      rowGap="space40"
    >
      <Box flex="1 1 10rem" maxWidth="16rem">
        <TextField
          label={t("history.filter.person")}
          value={value.person}
          onChange={(person) => {
            set({ person });
          }}
        />
      </Box>
      <Box flex="1 1 14rem" maxWidth="20rem">
        <Combobox
          label={t("history.filter.item")}
          value={value.item}
          shown={options.find((option) => option.value === value.item)?.text ?? ""}
          options={options}
          onChange={(item) => {
            set({ item });
          }}
        />
      </Box>
      <TextField
        type="date"
        label={t("history.filter.from")}
        value={value.from}
        onChange={(from) => {
          set({ from });
        }}
      />
      <TextField
        type="date"
        label={t("history.filter.to")}
        value={value.to}
        onChange={(to) => {
          set({ to });
        }}
      />
      {isFiltered && (
        <Box alignSelf="flex-end">
          <Button
            variant="secondary"
            onClick={() => {
              onChange(NO_FILTER);
            }}
          >
            {t("history.filter.clear")}
          </Button>
        </Box>
      )}
    </Box>
  );
}
