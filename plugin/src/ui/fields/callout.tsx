import type { ComponentProps } from "react";
import { Callout as PasteCallout } from "@twilio-paste/core/callout";
import { useTranslate } from "../../services/services";

export { CalloutHeading, CalloutList, CalloutListItem, CalloutText } from "@twilio-paste/core/callout";

const SIGN = { warning: "sign.warning", neutral: "sign.information" } as const;

interface Props extends Omit<ComponentProps<typeof PasteCallout>, "variant" | "i18nLabel"> {
  readonly variant: keyof typeof SIGN;
}

/** Paste's callout with its icon labelled in the reader's language. */
export function Callout({ variant, ...props }: Props) {
  const t = useTranslate();
  return <PasteCallout variant={variant} i18nLabel={t(SIGN[variant])} {...props} />;
}
