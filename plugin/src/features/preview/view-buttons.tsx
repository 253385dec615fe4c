import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { useTranslate } from "../../services/services";
import { type CalendarPlace, VIEWS } from "./calendar-place";

interface Props {
  readonly place: CalendarPlace;
  readonly onPlace: (place: CalendarPlace) => void;
}

/** Switches between week, month and year. A chosen day stays in sight. */
export function ViewButtons({ place, onPlace }: Props) {
  const t = useTranslate();
  return (
    <Box role="group" aria-label={t("calendar.view")} display="flex" columnGap="space20">
      {VIEWS.map((view) => (
        <Button
          key={view}
          variant="secondary"
          size="small"
          pressed={view === place.view}
          onClick={() => {
            onPlace({ ...place, view, day: place.chosen?.day ?? place.day });
          }}
        >
          {t(`calendar.view.${view}`)}
        </Button>
      ))}
    </Box>
  );
}
