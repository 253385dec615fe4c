/** `npm run gallery`: serves every component in its states, without Flex, until Ctrl-C. */
import { createServer } from "vite";

async function main(): Promise<void> {
  const server = await createServer({
    root: __dirname,
    configFile: false,
    cacheDir: "../../node_modules/.cache/flex-schedule-manager/gallery",
    define: { global: "window" },
    server: { host: "127.0.0.1", port: Number(process.env["PORT_GALLERY"] ?? 3003) },
  });
  await server.listen();
  server.printUrls();
}

void main();
