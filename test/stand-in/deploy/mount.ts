/** Mounts the hosts that a deploy calls, and serves the deployed functions. */
import type { Router } from "../http/router";
import { configurationRead, configurationRoutes, FlexConfiguration } from "./configuration";
import { keyRoutes, Keys } from "./keys";
import { pluginRoutes } from "./plugins/routes";
import { Plugins } from "./plugins/store";
import { serve } from "./routes";
import { serverlessRoutes } from "./serverless/api";
import { buildRoutes } from "./serverless/builds";
import { type RunBuild, runBuild } from "./serverless/running";
import { Domains, DOMAINS } from "./serverless/domain";
import { Serverless } from "./serverless/store";
import { uploadRoutes } from "./serverless/upload";
import { Studio, studioRoutes } from "./studio";
import { TaskRouter, taskRouterRead } from "./task-router";

export interface DeployParts {
  readonly keys: Keys;
  readonly serverless: Serverless;
  readonly configuration: FlexConfiguration;
  readonly plugins: Plugins;
  readonly studio: Studio;
  readonly taskRouter: TaskRouter;
  stop(): Promise<void>;
}

export interface DeployOptions {
  readonly now: () => number;
  /** The stand-in's own address, for the functions that run in it. */
  readonly url: () => string;
  /** Serves a build. Default: Twilio's own local runtime. */
  readonly run?: RunBuild;
}

export function mountDeploy(router: Router, { now, url, run = runBuild }: DeployOptions): DeployParts {
  const keys = new Keys(now);
  const serverless = new Serverless(now);
  const configuration = new FlexConfiguration();
  const plugins = new Plugins(now);
  const studio = new Studio(now);
  const taskRouter = new TaskRouter();
  const domains = new Domains(serverless, url, run);
  router.mount("api.twilio.com", serve(keyRoutes(keys)));
  router.mount("serverless.twilio.com", serve([...serverlessRoutes(serverless), ...buildRoutes(serverless)]));
  router.mount("serverless-upload.twilio.com", serve(uploadRoutes(serverless)));
  router.mount("flex-api.twilio.com", configurationRead(configuration));
  router.mount(
    "flex-api.twilio.com",
    serve([...configurationRoutes(configuration), ...pluginRoutes(plugins)]),
  );
  router.mount("studio.twilio.com", serve(studioRoutes(studio)));
  router.mount("taskrouter.twilio.com", taskRouterRead(taskRouter));
  router.mount(DOMAINS, domains.handle);
  return { keys, serverless, configuration, plugins, studio, taskRouter, stop: () => domains.stop() };
}
