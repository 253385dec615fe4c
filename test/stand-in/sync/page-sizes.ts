/** How many items a page holds. */
export interface PageSizes {
  /** Of a request that names no size. */
  readonly default: number;
  readonly max: number;
}

/** https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information */
export const DOCUMENTED_SIZES: PageSizes = { default: 50, max: 100 };
