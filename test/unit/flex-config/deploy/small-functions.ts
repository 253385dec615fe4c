import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Builds } from "@schedule-manager/flex-config/deploy/build";

/** Answers like the product's `health` and like nothing else. */
const HEALTH = `exports.handler = (context, event, callback) => {
  const response = new globalThis.Twilio.Response();
  response.setStatusCode(200);
  response.appendHeader("Content-Type", "application/json");
  response.setBody({ ok: true, version: "1", now: 1, tzdata: "", catalogue: null, snapshot: null });
  callback(null, response);
};`;

/** Writes functions at the product's paths without building them. */
export const smallFunctions: Builds["functions"] = async (folder, snapshotFile, signedOnly) => {
  await mkdir(join(folder, "functions"), { recursive: true });
  await mkdir(join(folder, "assets"), { recursive: true });
  const check = signedOnly ? "check-schedule.protected.js" : "check-schedule.js";
  for (const name of [check, "health.js"]) await writeFile(join(folder, "functions", name), HEALTH);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "small", version: "1.0.0", dependencies: { twilio: "5.0.1" } }),
  );
  if (snapshotFile !== null) await copyFile(snapshotFile, join(folder, "assets/catalogue.private.json"));
};
