import { type ComponentProps, memo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useUID } from "@twilio-paste/core/uid-library";
import { useTranslate } from "../../services/services";
import { PrintButton } from "./print-button";
import { WeekTable } from "./week-table";

/** The week as a table on demand; narrow views and paper always show it. */
export const WeekAsTable = memo(function WeekAsTable(props: ComponentProps<typeof WeekTable>) {
  const t = useTranslate();
  const id = useUID();
  const [isShown, setShown] = useState(false);
  return (
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Box data-screen-only="" display="flex" flexWrap="wrap" columnGap="space50" rowGap="space20">
        <span data-wide-only="">
          <Button
            variant="link"
            aria-expanded={isShown}
            aria-controls={id}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {t(isShown ? "preview.table.hide" : "preview.table.show")}
          </Button>
        </span>
        <PrintButton />
      </Box>
      <Box id={id} data-week-table="" display={isShown ? "block" : "none"}>
        <WeekTable {...props} />
      </Box>
    </Box>
  );
});
