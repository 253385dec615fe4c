/** Functions, assets and builds of `serverless.twilio.com/v1`. */
import { created, noContent, invalid, missing, ok, page, type Route } from "../routes";
import { runtimeFor } from "./runtimes";
import { serviceRoute } from "./in-service";
import type { Serverless } from "./store";
import type { Dependency, Kind } from "./types";

const S = "/v1/Services";

export function buildRoutes(store: Serverless): readonly Route[] {
  const inService = serviceRoute(store);
  const resources = (folder: "Functions" | "Assets", kind: Kind): Route[] => [
    [
      "GET",
      `${S}/*/${folder}`,
      inService((call, { resources }, shapes) => {
        const list = [...resources.values()].filter((resource) => resource.kind === kind);
        return page(
          call,
          folder.toLowerCase(),
          list,
          ({ sid }) => sid,
          (each) => shapes.resource(each),
        );
      }),
    ],
    [
      "POST",
      `${S}/*/${folder}`,
      inService(({ form }, service, shapes) =>
        created(shapes.resource(store.createResource(service, kind, form.required("FriendlyName")))),
      ),
    ],
    [
      "GET",
      `${S}/*/${folder}/*/Versions`,
      inService((call, service, shapes) => {
        const { sid } = store.resource(service, kind, call.ids[1] ?? "");
        const list = [...service.versions.values()].filter(({ resource }) => resource === sid);
        const key = kind === "function" ? "function_versions" : "asset_versions";
        return page(
          call,
          key,
          list,
          (each) => each.sid,
          (each) => shapes.version(each),
        );
      }),
    ],
    [
      "DELETE",
      `${S}/*/${folder}/*`,
      inService(({ ids }, service) => {
        service.resources.delete(store.resource(service, kind, ids[1] ?? "").sid);
        return noContent;
      }),
    ],
  ];

  return [
    ...resources("Functions", "function"),
    ...resources("Assets", "asset"),
    [
      "GET",
      `${S}/*/Functions/*/Versions/*/Content`,
      inService(({ ids }, service, shapes) => {
        const version = service.versions.get(ids[2] ?? "");
        if (version?.kind !== "function") throw missing("Version");
        return ok({ ...shapes.version(version), content: version.content.toString() });
      }),
    ],
    [
      "POST",
      `${S}/*/Builds`,
      inService(({ form }, service, shapes) => {
        const versions = [...form.all("FunctionVersions"), ...form.all("AssetVersions")];
        const runtime = runtimeFor(service, form.text("Runtime"));
        const dependencies = dependenciesFrom(form.text("Dependencies"));
        const build = store.createBuild(service, versions, dependencies, runtime);
        return created(shapes.build(build, store.status(build)));
      }),
    ],
    [
      "GET",
      `${S}/*/Builds/*`,
      inService(({ ids }, service, shapes) => {
        const build = store.build(service, ids[1] ?? "");
        return ok(shapes.build(build, store.status(build)));
      }),
    ],
    [
      "GET",
      `${S}/*/Builds/*/Status`,
      inService(({ ids }, service) => {
        const build = store.build(service, ids[1] ?? "");
        return ok({ sid: build.sid, service_sid: service.sid, status: store.status(build) });
      }),
    ],
  ];
}

/** A JSON list; Twilio's toolkit sends it with additional quotation marks. */
function dependenciesFrom(text: string | undefined): Dependency[] {
  if (text === undefined || text === "") return [];
  const list: unknown = JSON.parse(text.replace(/^"(\[[\s\S]*\])"$/, "$1"));
  if (!Array.isArray(list)) throw invalid("Dependencies must be a list");
  return list as Dependency[];
}
