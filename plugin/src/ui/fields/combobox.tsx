import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Input } from "@twilio-paste/core/input";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { ChevronDownIcon } from "@twilio-paste/icons/esm/ChevronDownIcon";
import { useTranslate } from "../../services/services";
import { ComboboxList, optionId } from "./combobox-list";
import { type FindOptions, useComboState } from "./combobox-state";
import { Field, type FieldProps } from "./field";
import type { ComboOption } from "./rank-options";

interface Props extends FieldProps {
  /** The value of an option; any text with `free`. */
  readonly value: string;
  readonly options: readonly ComboOption[];
  readonly onChange: (value: string) => void;
  /** Accepts any text; the options are suggestions. */
  readonly free?: boolean;
  /** Default: by the options' texts and keywords. */
  readonly find?: FindOptions;
  readonly detailOf?: (option: ComboOption) => ReactNode;
  readonly placeholder?: string;
  /** Clears the field after a choice, for fields that add to a list. */
  readonly clears?: boolean;
  /** Said instead of "nothing found" when there are no options, such as where all are chosen already. */
  readonly exhausted?: string;
  /** The field's text while nothing is typed; default: the chosen option's text. */
  readonly shown?: string;
}

/**
 * An editable combobox with list autocomplete. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 *
 * Paste's Combobox is not used: Escape in its closed field clears the choice, leaving the field takes the highlighted
 * option, and it adds 65 kB gzip to the view. See ARCHITECTURE, "An own combobox".
 */
export function Combobox(props: Props) {
  const {
    value,
    options,
    onChange,
    free = false,
    find,
    detailOf,
    placeholder,
    clears = false,
    exhausted,
    shown,
    ...field
  } = props;
  const t = useTranslate();
  const state = useComboState(options, value, { free, find });
  const [focused, setFocused] = useState(false);
  const { open, active, query, found } = state;
  const chosen = shown ?? options.find((option) => option.value === value)?.text ?? (clears ? "" : value);
  const text = query ?? chosen;
  /** Any text is a value of a free field, so that no match leaves nothing to show, and Enter is the form's. */
  const isListed = open && !(free && found.length === 0);

  const show = (index?: number): void => {
    state.show(index);
  };
  const choose = (option: ComboOption): void => {
    state.hide();
    onChange(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = open ? found[active] : undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) show();
      else state.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && isListed) {
      event.preventDefault();
      if (option === undefined) state.hide();
      else choose(option);
    } else if (event.key === "Escape" && isListed) {
      // Escape closes the list, not the surrounding dialog.
      event.stopPropagation();
      state.hide();
    }
  };

  return (
    <Field {...field}>
      {({ id, ...attributes }) => (
        <Box position="relative">
          <Input
            {...attributes}
            id={id}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={isListed}
            aria-controls={`${id}-list`}
            aria-activedescendant={isListed && active >= 0 ? optionId(id, active) : undefined}
            value={text}
            {...(placeholder === undefined ? {} : { placeholder })}
            insertAfter={<ChevronDownIcon decorative color="colorTextIcon" />}
            onFocus={(event) => {
              setFocused(true);
              event.currentTarget.select();
            }}
            onClick={() => {
              if (!open) show();
            }}
            onBlur={() => {
              setFocused(false);
              state.hide();
            }}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              state.type(event.currentTarget.value);
              if (free) onChange(event.currentTarget.value);
            }}
          />
          {isListed && (
            <ComboboxList
              id={id}
              label={field.label}
              state={state}
              selected={value}
              detailOf={detailOf}
              nothing={(options.length === 0 ? exhausted : undefined) ?? t("field.nothing")}
              onChoose={choose}
            />
          )}
          {focused && (
            <ScreenReaderOnly role="status">
              {isListed ? t("field.found", { count: found.length }) : ""}
            </ScreenReaderOnly>
          )}
        </Box>
      )}
    </Field>
  );
}
