/** Hands the reader a text as a file. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun by then; it keeps what it downloads.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A file's name that every system takes. */
export const fileName = (name: string, extension: string): string =>
  `${name
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)}.${extension}`;
