import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Option, Select } from "@twilio-paste/core/select";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { pluginState } from "../../catalogue/root";
import { formatNumber } from "@schedule-manager/shared/i18n/format-number";
import { PAGE_SIZES, tableLookChanged } from "../../navigation/table-choices";
import { useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { CheckField } from "../../ui/fields/check-field";
import { TablePages } from "./table-pages";
import type { Page } from "./table-view";

interface Props {
  readonly page: Page<unknown>;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** The pages of a table, and the density and number of its rows. */
export function TableFooter({ page, count, onPage }: Props) {
  const { t, locale } = useServices();
  const dispatch = useDispatch();
  const id = useUID();
  const { isCompact, pageSize } = useSelector((root: RootState) => pluginState(root).tableChoices.look);
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      justifyContent="space-between"
      columnGap="space70"
      rowGap="space40"
      marginTop="space50"
    >
      <CheckField
        label={t("table.compact")}
        checked={isCompact}
        onChange={(to) => dispatch(tableLookChanged({ isCompact: to }))}
      />
      <TablePages page={page} count={count} onPage={onPage} />
      {count > PAGE_SIZES[0] && (
        <Box display="flex" alignItems="center" columnGap="space30">
          <Text as="span" id={id} color="colorTextWeak" whiteSpace="nowrap">
            {t("table.pageSize")}
          </Text>
          <Select
            aria-labelledby={id}
            value={String(pageSize)}
            onChange={({ currentTarget: { value } }) => {
              dispatch(tableLookChanged({ pageSize: Number(value) }));
              onPage(1);
            }}
          >
            {PAGE_SIZES.map((size) => (
              <Option key={size} value={String(size)}>
                {formatNumber(locale, size)}
              </Option>
            ))}
          </Select>
        </Box>
      )}
    </Box>
  );
}
