/**
 * A process that publishes once with the built `admin/publish`, and is killed (by itself, with SIGKILL) when Sync has
 * done its request number `killAfter` and before it hears the answer. Prints the number of requests if it lives.
 */
import twilio from "twilio";
import type { RequestClient } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN } from "../../../stand-in/dev-values";
import { startInstance } from "./instance";

export interface PublisherOptions {
  readonly folder: string;
  readonly twilioUrl: string;
  readonly event: Readonly<Record<string, string>>;
  readonly killAfter: number;
}

async function main({ folder, twilioUrl, event, killAfter }: PublisherOptions): Promise<void> {
  let requests = 0;
  const client = ({ httpClient }: { readonly httpClient: RequestClient }) => {
    const request = httpClient.request.bind(httpClient);
    httpClient.request = async (call) => {
      const number = requests;
      requests += 1;
      const answer = await request(call);
      if (number >= killAfter) process.kill(process.pid, "SIGKILL");
      return answer;
    };
    return twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient });
  };
  const { status } = await startInstance({ folder, name: "admin/publish", twilioUrl, client }).call(event);
  process.stdout.write(JSON.stringify({ status, requests }));
}

main(JSON.parse(process.argv[2] ?? "{}") as PublisherOptions).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
