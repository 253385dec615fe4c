import { Box } from "@twilio-paste/core/box";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { SkeletonLoader } from "@twilio-paste/core/skeleton-loader";
import { useTranslate } from "../../services/services";

const ROWS = [1, 2, 3, 4, 5, 6];

/** The placeholder of a table while its items load. */
export function TableLoading() {
  const t = useTranslate();
  return (
    <Box display="flex" flexDirection="column" rowGap="space50" aria-busy="true">
      <ScreenReaderOnly role="status">{t("table.loading")}</ScreenReaderOnly>
      <SkeletonLoader height="size10" />
      {ROWS.map((row) => (
        <SkeletonLoader key={row} height="sizeIcon70" />
      ))}
    </Box>
  );
}
