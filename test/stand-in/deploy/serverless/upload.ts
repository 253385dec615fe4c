/** `serverless-upload.twilio.com/v1`: the contents of functions and assets, as multipart forms. */
import { created, invalid, type Call, type Route } from "../routes";
import { Shapes } from "./shapes";
import type { Serverless } from "./store";
import { VISIBILITIES, type Kind, type Visibility } from "./types";

const isVisibility = (value: unknown): value is Visibility => VISIBILITIES.some((one) => one === value);

export function uploadRoutes(store: Serverless): readonly Route[] {
  const upload = (folder: string, kind: Kind): Route => [
    "POST",
    `/v1/Services/*/${folder}/*/Versions`,
    async (call) => {
      const service = store.service(call.ids[0] ?? "");
      const resource = store.resource(service, kind, call.ids[1] ?? "");
      const form = await multipart(call);
      const [path, visibility, content] = ["Path", "Visibility", "Content"].map((name) => form.get(name));
      if (typeof path !== "string") throw invalid("Missing required parameter Path");
      if (!isVisibility(visibility)) throw invalid("Visibility must be public, protected or private");
      if (!(content instanceof File)) throw invalid("Missing required parameter Content");
      const bytes = Buffer.from(await content.arrayBuffer());
      const version = store.upload(service, resource, path, visibility, bytes);
      return created(new Shapes(call.request.base, service).version(version));
    },
  ];
  return [upload("Functions", "function"), upload("Assets", "asset")];
}

async function multipart({ request }: Call): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) throw invalid("Send multipart/form-data");
  return new Response(new Uint8Array(request.body), { headers: { "content-type": type } }).formData();
}
