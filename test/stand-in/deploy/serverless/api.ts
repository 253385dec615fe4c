/** `serverless.twilio.com/v1`, https://www.twilio.com/docs/serverless/api */
import type { HostResponse } from "../../http/host";
import { created, noContent, missing, ok, page, type Call, type Route } from "../routes";
import { serviceRoute } from "./in-service";
import { Shapes } from "./shapes";
import type { Serverless } from "./store";
import type { Environment, Service } from "./types";

const S = "/v1/Services";

export function serverlessRoutes(store: Serverless): readonly Route[] {
  const inService = serviceRoute(store);
  type InEnvironment = (
    call: Call,
    environment: Environment,
    shapes: Shapes,
    service: Service,
  ) => HostResponse;
  const inEnvironment = (handle: InEnvironment): Route[2] =>
    inService((call, service, shapes) =>
      handle(call, store.environment(service, call.ids[1] ?? ""), shapes, service),
    );

  return [
    [
      "GET",
      S,
      (call) =>
        page(
          call,
          "services",
          [...store.services.values()],
          ({ sid }) => sid,
          (service) => new Shapes(call.request.base, service).serviceItself,
        ),
    ],
    [
      "POST",
      S,
      ({ form, request }) => {
        const service = store.createService({
          uniqueName: form.required("UniqueName"),
          friendlyName: form.required("FriendlyName"),
          includeCredentials: form.text("IncludeCredentials") !== "false",
          uiEditable: form.flag("UiEditable"),
        });
        return created(new Shapes(request.base, service).serviceItself);
      },
    ],
    ["GET", `${S}/*`, inService((_call, _service, shapes) => ok(shapes.serviceItself))],
    [
      "DELETE",
      `${S}/*`,
      inService((_call, service) => {
        store.services.delete(service.sid);
        return noContent;
      }),
    ],
    [
      "GET",
      `${S}/*/Environments`,
      inService((call, { environments }, shapes) =>
        page(
          call,
          "environments",
          [...environments.values()],
          ({ sid }) => sid,
          (each) => shapes.environment(each),
        ),
      ),
    ],
    [
      "POST",
      `${S}/*/Environments`,
      inService(({ form }, service, shapes) => {
        const suffix = form.text("DomainSuffix") ?? "";
        return created(
          shapes.environment(store.createEnvironment(service, form.required("UniqueName"), suffix)),
        );
      }),
    ],
    [
      "GET",
      `${S}/*/Environments/*`,
      inEnvironment((_call, environment, shapes) => ok(shapes.environment(environment))),
    ],
    [
      "DELETE",
      `${S}/*/Environments/*`,
      inEnvironment((_call, environment, _shapes, service) => {
        service.environments.delete(environment.sid);
        return noContent;
      }),
    ],
    [
      "GET",
      `${S}/*/Environments/*/Variables`,
      inEnvironment((call, environment, shapes) =>
        page(
          call,
          "variables",
          [...environment.variables.values()],
          ({ sid }) => sid,
          (each) => shapes.variable(environment, each),
        ),
      ),
    ],
    [
      "POST",
      `${S}/*/Environments/*/Variables`,
      inEnvironment(({ form }, environment, shapes) =>
        created(
          shapes.variable(
            environment,
            store.setVariable(environment, null, form.required("Key"), form.text("Value") ?? ""),
          ),
        ),
      ),
    ],
    [
      "POST",
      `${S}/*/Environments/*/Variables/*`,
      inEnvironment(({ form, ids }, environment, shapes) => {
        const variable = store.setVariable(
          environment,
          ids[2] ?? "",
          form.required("Key"),
          form.text("Value") ?? "",
        );
        return ok(shapes.variable(environment, variable));
      }),
    ],
    [
      "DELETE",
      `${S}/*/Environments/*/Variables/*`,
      inEnvironment(({ ids }, environment) => {
        if (!environment.variables.delete(ids[2] ?? "")) throw missing("Variable");
        return noContent;
      }),
    ],
    [
      "POST",
      `${S}/*/Environments/*/Deployments`,
      inEnvironment(({ form }, environment, shapes, service) => {
        const deployment = store.deploy(
          service,
          environment,
          form.required("BuildSid"),
          form.flag("IsPlugin"),
        );
        return created(shapes.deployment(environment, deployment));
      }),
    ],
  ];
}
