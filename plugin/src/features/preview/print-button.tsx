import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../../services/services";

/** Prints the page, of which only the print areas appear on paper. */
export function PrintButton() {
  const t = useTranslate();
  return (
    <Button
      variant="link"
      onClick={() => {
        window.print();
      }}
    >
      {t("preview.print")}
    </Button>
  );
}
