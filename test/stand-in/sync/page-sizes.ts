/** The number of items on a page. */
export interface PageSizes {
  /** Of a request without a size. */
  readonly default: number;
  readonly max: number;
}

/** https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information */
export const DOCUMENTED_SIZES: PageSizes = { default: 50, max: 100 };
