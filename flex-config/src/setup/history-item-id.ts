/** The item that an entry of the history tells of, from the key of the entry. */
export const historyItemId = (key: string): string => key.replace(/^[sr]:|:\d{10}:[A-Za-z0-9_-]+$/g, "");
