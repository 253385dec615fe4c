/**
 * Normalizes a name for comparison (Unicode NFC), so that names that look the same are equal. Case and spaces
 * count.
 */
export const sameName = (name: string): string => name.normalize("NFC");
