import { Text } from "@twilio-paste/core/text";
import { useServices } from "../../services/services";
import { describeLocked } from "./describe-locked";

/** Says which of the chosen items a dialog leaves alone. */
export function LockedNote({ locked }: { readonly locked: readonly { readonly name: string }[] }) {
  const { t, locale } = useServices();
  if (locked.length === 0) return null;
  return (
    <Text as="p" color="colorTextWeak">
      {describeLocked(locked, t, locale)}
    </Text>
  );
}
