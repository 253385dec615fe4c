import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useServices } from "../../services/services";
import type { MessageKey } from "../../i18n/translate";

interface Props<Filter extends string> {
  readonly filters: readonly (readonly [Filter, MessageKey])[];
  readonly chosen: Filter;
  readonly counts: Readonly<Record<Filter, number>>;
  readonly onChoose: (filter: Filter) => void;
}

/** The filters of a table, each with its number of rows. */
export function TableFilters<Filter extends string>({ filters, chosen, counts, onChoose }: Props<Filter>) {
  const { t, locale } = useServices();
  return (
    <Box
      role="group"
      aria-label={t("table.filters")}
      display="flex"
      flexWrap="wrap"
      columnGap="space20"
      rowGap="space20"
    >
      {filters.map(([filter, label]) => (
        <Button
          key={filter}
          variant="secondary"
          size="small"
          pressed={filter === chosen}
          onClick={() => {
            onChoose(filter);
          }}
        >
          {t("table.filter", { filter: t(label), count: counts[filter].toLocaleString(locale) })}
        </Button>
      ))}
    </Box>
  );
}
