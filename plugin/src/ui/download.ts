/** Offers a text to the reader as a file download. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // By then the browser has started the download and no longer needs the URL.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A file name that is valid on every system. */
export const fileName = (name: string, extension: string): string =>
  `${name
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)}.${extension}`;
