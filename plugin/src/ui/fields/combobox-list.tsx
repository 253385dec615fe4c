import { type ReactNode, type UIEvent, useEffect, useRef } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { ComboState } from "./combobox-state";
import type { ComboOption } from "./rank-options";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly state: ComboState;
  readonly selected: string;
  /** Renders after an option's text; called only for rendered options. */
  readonly detailOf?: ((option: ComboOption) => ReactNode) | undefined;
  readonly nothing: string;
  readonly onChoose: (option: ComboOption) => void;
}

export const optionId = (id: string, index: number): string => `${id}-option-${index}`;

/** The list below a combobox. */
export function ComboboxList({ id, label, state, selected, detailOf, nothing, onChoose }: Props) {
  const { active, shown, found } = state;
  const list = useRef<HTMLDivElement | null>(null);
  const isEmpty = shown.length === 0;
  useEffect(() => {
    // A field at the end of the page has its list below the visible part. jsdom has no scrolling.
    list.current?.scrollIntoView?.({ block: "nearest" });
  }, [shown.length]);
  useEffect(() => {
    const option = list.current?.querySelector("[data-active=true]");
    option?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  const onScroll = (event: UIEvent<HTMLDivElement>): void => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
    if (shown.length < found.length && scrollTop + clientHeight > scrollHeight - 100) state.more();
  };
  return (
    <Box
      ref={list}
      role="listbox"
      id={`${id}-list`}
      aria-label={label}
      onScroll={onScroll}
      position="absolute"
      top="100%"
      left={0}
      right={0}
      marginTop="space10"
      zIndex="zIndex20"
      maxHeight="size30"
      overflowY="auto"
      backgroundColor="colorBackgroundBody"
      borderRadius="borderRadius20"
      boxShadow="shadow"
      paddingY="space20"
    >
      {shown.map((option, index) => (
        <Box
          key={option.value}
          id={optionId(id, index)}
          role="option"
          aria-selected={option.value === selected}
          data-active={index === active}
          display="flex"
          flexWrap="wrap"
          justifyContent="space-between"
          columnGap="space50"
          paddingX="space50"
          paddingY="space30"
          cursor="pointer"
          backgroundColor={index === active ? "colorBackgroundPrimaryWeakest" : "colorBackgroundBody"}
          _hover={{ backgroundColor: "colorBackgroundPrimaryWeakest" }}
          // Keeps the focus in the field.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(option);
          }}
        >
          <Text as="span" fontWeight={option.value === selected ? "fontWeightSemibold" : "fontWeightNormal"}>
            {option.text}
          </Text>
          {detailOf !== undefined && (
            <Text as="span" color="colorTextWeak" whiteSpace="nowrap">
              {detailOf(option)}
            </Text>
          )}
        </Box>
      ))}
      {isEmpty && (
        <Box role="option" aria-disabled="true" aria-selected="false" paddingX="space50" paddingY="space30">
          <Text as="span" color="colorTextWeak">
            {nothing}
          </Text>
        </Box>
      )}
    </Box>
  );
}
