/** Two names are the same when they look the same: compared in Unicode normalization form C, letter case and spaces count. */
export const sameName = (name: string): string => name.normalize("NFC");
