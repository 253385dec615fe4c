import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../../services/services";
import { type CalendarView, VIEWS } from "./calendar-place";

interface Props {
  readonly view: CalendarView;
  readonly onView: (view: CalendarView) => void;
}

/** Switches between week, month and year. */
export function ViewButtons({ view, onView }: Props) {
  const t = useTranslate();
  return (
    <Box role="group" aria-label={t("calendar.view")} display="flex" columnGap="space20">
      {VIEWS.map((one) => (
        <Button
          key={one}
          variant="secondary"
          size="small"
          pressed={one === view}
          onClick={() => {
            onView(one);
          }}
        >
          {t(`calendar.view.${one}`)}
        </Button>
      ))}
    </Box>
  );
}
