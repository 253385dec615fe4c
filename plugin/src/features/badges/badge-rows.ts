/** The rows that Flex has rendered with their current HTML; re-renders a row when its HTML changes. */
export interface BadgeRow {
  readonly html: string;
  readonly draw: () => void;
}

export class BadgeRows {
  private readonly rows = new Map<string, BadgeRow>();

  /** @param key the queue's SID */
  rendered(key: string, row: BadgeRow): void {
    this.rows.set(key, row);
  }

  keys(): readonly string[] {
    return [...this.rows.keys()];
  }

  /** @param html the HTML of a row for the current state */
  update(html: (key: string) => string): void {
    for (const [key, row] of this.rows) {
      if (html(key) !== row.html) row.draw();
    }
  }

  clear(): void {
    this.rows.clear();
  }
}
