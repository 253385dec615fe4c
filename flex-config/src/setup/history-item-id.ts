/** The item's id in the key of a history entry. */
export const historyItemId = (key: string): string => key.replace(/^[sr]:|:\d{10}:[A-Za-z0-9_-]+$/g, "");
