import { Box } from "@twilio-paste/core/box";
import { Pagination, PaginationArrow, PaginationItems, PaginationLabel } from "@twilio-paste/core/pagination";
import { useSay } from "../../services";
import type { Page } from "./arrange";

interface Props {
  readonly page: Page<unknown>;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** Shown only when there is more than one page. */
export function TablePages({ page: { page, pages, from, to }, count, onPage }: Props) {
  const say = useSay();
  if (pages < 2) return null;
  return (
    <Box marginTop="space50">
      <Pagination label={say("table.pages")}>
        <PaginationItems>
          <PaginationArrow
            as="button"
            variant="back"
            label={say("table.page.previous")}
            disabled={page === 1}
            onClick={() => {
              onPage(page - 1);
            }}
          />
          <PaginationLabel>{say("table.page.of", { from, to, count })}</PaginationLabel>
          <PaginationArrow
            as="button"
            variant="forward"
            label={say("table.page.next")}
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
