import type { HostResponse } from "../../http/host";
import type { Call, Route } from "../routes";
import { Shapes } from "./shapes";
import type { Serverless } from "./store";
import type { Service } from "./types";

/** Finds the service that is first in the path. */
export const serviceRoute =
  (store: Serverless) =>
  (handle: (call: Call, service: Service, shapes: Shapes) => HostResponse): Route[2] =>
  (call) => {
    const service = store.service(call.ids[0] ?? "");
    return handle(call, service, new Shapes(call.request.base, service));
  };
