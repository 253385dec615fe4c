import type { Failure, ListAnswer, PublishAnswer, PublishRequest } from "@schedule-manager/shared/api/api";
import type { LiveConfiguration } from "@schedule-manager/shared/import-export/configuration/configuration-diff";

export type LiveAnswer<T> =
  { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly failure: Failure["error"] };

/** The published configuration with revisions. */
type LiveList = LiveConfiguration & Pick<ListAnswer, "shards">;

/** A way to publish, with all checks of the functions. */
export interface Publisher {
  list(): Promise<LiveAnswer<LiveList>>;
  publish(request: PublishRequest): Promise<LiveAnswer<Pick<PublishAnswer, "version">>>;
}
