import { useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { type Place, placeIn } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import { countryName } from "../../i18n/country-name";
import { useServices } from "../../services/services";
import { SelectField } from "../../ui/fields/select-field";

interface Props {
  readonly countries: readonly HolidayCountry[];
  readonly country: HolidayCountry | undefined;
  readonly region: string | null;
  /** The schedule's. */
  readonly timeZone: string;
  readonly onChange: (place: Place) => void;
}

/** The option for the whole country. */
const NATIONAL = "";

/** Chooses a country and, where holidays differ by region, a region. */
export function PlaceFields({ countries, country, region, timeZone, onChange }: Props) {
  const { t, locale } = useServices();
  const named = useMemo(
    () =>
      countries
        .map(({ code }) => ({ value: code, text: countryName(locale, code) }))
        .sort((a, b) => a.text.localeCompare(b.text, locale)),
    [countries, locale],
  );
  const regions = (country?.regions ?? []).map(({ code, name }) => ({ value: code, text: name }));
  const national =
    country === undefined || country.national === null
      ? []
      : [{ value: NATIONAL, text: t("holidays.national") }];
  return (
    <Box display="grid" gridTemplateColumns={["1fr", "1fr 1fr"]} columnGap="space50" rowGap="space50">
      <SelectField
        label={t("holidays.country")}
        value={country?.code ?? ""}
        options={named}
        onChange={(code) => {
          const chosen = countries.find((one) => one.code === code);
          if (chosen !== undefined) onChange(placeIn(chosen, timeZone));
        }}
      />
      {country !== undefined && regions.length > 0 && (
        <SelectField
          label={t("holidays.region")}
          value={region ?? NATIONAL}
          options={[...national, ...regions]}
          onChange={(code) => {
            onChange({ country: country.code, region: code === NATIONAL ? null : code });
          }}
        />
      )}
    </Box>
  );
}
