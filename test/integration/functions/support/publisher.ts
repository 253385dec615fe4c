/**
 * Publishes once with the built `admin/publish`, and kills itself with SIGKILL after Sync has executed request
 * number `killAfter`, before it receives the answer. Prints the number of requests if it survives.
 */
import { startInstance } from "./instance";
import { killAtAnswer, onSyncRequest } from "./sync-requests";

export interface PublisherOptions {
  readonly folder: string;
  readonly twilioUrl: string;
  readonly event: Readonly<Record<string, string>>;
  readonly killAfter: number;
}

async function main({ folder, twilioUrl, event, killAfter }: PublisherOptions): Promise<void> {
  let requests = 0;
  onSyncRequest((request) => {
    if (requests >= killAfter) killAtAnswer(request);
    requests += 1;
  });
  const { status } = await startInstance({ folder, name: "admin/publish", twilioUrl }).call(event);
  process.stdout.write(JSON.stringify({ status, requests }));
}

main(JSON.parse(process.argv[2] ?? "{}") as PublisherOptions).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
