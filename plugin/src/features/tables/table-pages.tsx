import { Box } from "@twilio-paste/core/box";
import { Pagination, PaginationArrow, PaginationItems, PaginationLabel } from "@twilio-paste/core/pagination";
import { useTranslate } from "../../services/services";
import type { Page } from "./table-view";

interface Props {
  readonly page: Page<unknown>;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** The page controls; hidden when there is one page. */
export function TablePages({ page: { page, pages, from, to }, count, onPage }: Props) {
  const t = useTranslate();
  if (pages < 2) return null;
  return (
    <Box>
      <Pagination label={t("table.pages")}>
        <PaginationItems>
          <PaginationArrow
            as="button"
            variant="back"
            label={t("table.page.previous")}
            disabled={page === 1}
            onClick={() => {
              onPage(page - 1);
            }}
          />
          <PaginationLabel>{t("table.page.of", { from, to, count })}</PaginationLabel>
          <PaginationArrow
            as="button"
            variant="forward"
            label={t("table.page.next")}
            disabled={page === pages}
            onClick={() => {
              onPage(page + 1);
            }}
          />
        </PaginationItems>
      </Pagination>
    </Box>
  );
}
