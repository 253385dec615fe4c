/** Ends the process without a word when the reader of its output has enough, such as `head`. */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
}
