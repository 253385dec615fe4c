import { type ReactNode, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Text } from "@twilio-paste/core/text";
import { PlusIcon } from "@twilio-paste/icons/esm/PlusIcon";
import type { SpecialDays as Days } from "@schedule-manager/shared/editing/special-days/list-special-days";
import type { SpecialDayForm } from "@schedule-manager/shared/editing/special-days/special-day-form";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { useFieldsDisabled } from "../../ui/fields/context";
import { Section } from "../../ui/fields/section";
import { ShowSome } from "../../ui/show-some";
import { useTranslate } from "../../services/services";
import { AddSpecialDays } from "./add-special-days";
import { SpecialDayRow } from "./special-day-row";

interface Props {
  readonly scheduleId: string;
  /** Soonest first. */
  readonly coming: readonly Days[];
  /** Latest first. */
  readonly past: readonly Days[];
  /** The schedules that can get special days. */
  readonly schedules: readonly Schedule[];
  /** The ids of schedules that are not offered. */
  readonly locked?: readonly string[];
  /** Reasons used by other rules. */
  readonly reasons: readonly string[];
  readonly onAdd: (form: SpecialDayForm, scheduleIds: readonly string[]) => void;
  readonly onOpenRule: (id: string) => void;
  /** Further buttons beside the one that adds. */
  readonly actions?: ReactNode;
}

const NONE: readonly string[] = [];

/** The holidays, special hours and closures of a schedule by date, and the form that adds some. */
export function SpecialDays(props: Props) {
  const { scheduleId, coming, past, schedules, locked = NONE, reasons, onAdd, onOpenRule, actions } = props;
  const t = useTranslate();
  const disabled = useFieldsDisabled();
  const [isAdding, setAdding] = useState(false);
  const [isPastShown, setPastShown] = useState(false);
  const [said, setSaid] = useState("");
  const add = useRef<HTMLButtonElement | null>(null);
  const close = (): void => {
    setAdding(false);
    add.current?.focus();
  };
  const list = (label: string, days: readonly Days[]) => (
    <ShowSome items={days}>
      {(shown) => (
        <Box as="ul" aria-label={label} margin="space0" padding="space0" listStyleType="none">
          {shown.map((one) => (
            <SpecialDayRow key={one.rule.id} days={one} onOpen={onOpenRule} />
          ))}
        </Box>
      )}
    </ShowSome>
  );
  return (
    <Section title={t("special.title")}>
      <HelpText marginTop="space0">{t("special.about")}</HelpText>
      {coming.length === 0 ? (
        <Text as="p" color="colorTextWeak">
          {t("special.none")}
        </Text>
      ) : (
        <Box>{list(t("special.coming"), coming)}</Box>
      )}
      {past.length > 0 && (
        <Box>
          <Button
            variant="link"
            aria-expanded={isPastShown}
            onClick={() => {
              setPastShown(!isPastShown);
            }}
          >
            {t(isPastShown ? "special.past.hide" : "special.past.show", { count: past.length })}
          </Button>
          {isPastShown && <Box marginTop="space30">{list(t("special.past"), past)}</Box>}
        </Box>
      )}
      {!disabled && (
        <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30">
          <Button
            ref={add}
            variant="secondary"
            size="small"
            aria-expanded={isAdding}
            onClick={() => {
              setSaid("");
              setAdding(!isAdding);
            }}
          >
            <PlusIcon decorative />
            {t("special.add")}
          </Button>
          {actions}
        </Box>
      )}
      {isAdding && !disabled && (
        <AddSpecialDays
          scheduleId={scheduleId}
          schedules={schedules}
          locked={locked}
          reasons={reasons}
          onAdd={(form, ids) => {
            onAdd(form, ids);
            setSaid(t("special.added"));
            close();
          }}
          onCancel={close}
        />
      )}
      <ScreenReaderOnly role="status">{said}</ScreenReaderOnly>
    </Section>
  );
}
