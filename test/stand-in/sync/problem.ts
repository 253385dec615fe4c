/** Sync's error responses, with Twilio's own codes: https://www.twilio.com/docs/api/errors */

interface Kind {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}
const kind = (status: number, code: number, message: string): Kind => ({ status, code, message });

export const PROBLEMS = {
  invalidIfMatch: kind(400, 54003, "Invalid If-Match header"),
  tooLarge: kind(413, 54006, "Request entity is too large"),
  forbidden: kind(403, 54007, "Access forbidden for identity"),
  invalidJson: kind(400, 54008, "Invalid JSON"),
  rateLimit: kind(429, 54009, "Rate limit exceeded"),
  noParameters: kind(400, 54010, "No parameters given"),
  invalidTtl: kind(400, 54011, "Invalid TTL"),
  invalidWebhookUrl: kind(400, 54051, "Invalid webhook URL"),
  serviceNotFound: kind(404, 54050, "Service not found"),
  documentNotFound: kind(404, 54100, "Document not found"),
  invalidDocumentData: kind(400, 54101, "Invalid Document data"),
  documentRevision: kind(412, 54103, "The revision of the Document does not match"),
  listNotFound: kind(404, 54150, "List not found"),
  mapNotFound: kind(404, 54200, "Map not found"),
  itemNotFound: kind(404, 54201, "Map Item not found"),
  itemRevision: kind(412, 54205, "The revision of the Map Item does not match"),
  invalidItemData: kind(400, 54206, "Invalid Map Item data"),
  itemExists: kind(409, 54208, "An Item with given key already exists in the Map"),
  invalidKey: kind(400, 54209, "Invalid Map Item key"),
  streamNotFound: kind(404, 54250, "Message Stream not found"),
  invalidMessage: kind(400, 54251, "Invalid Stream Message data"),
  nameNotFound: kind(404, 54300, "Unique name not found"),
  nameExists: kind(409, 54301, "Unique name already exists"),
  invalidName: kind(400, 54302, "Invalid unique name"),
  invalidIdentity: kind(400, 54351, "Invalid identity"),
  permissionNotFound: kind(404, 54354, "Permission not found"),
  tooManySubscriptions: kind(429, 54419, "Too many subscriptions"),
  invalidOrder: kind(400, 54451, "Invalid Order"),
  invalidBounds: kind(400, 54452, "Invalid Bounds"),
  invalidPageToken: kind(400, 54453, "Invalid page token"),
  invalidPageSize: kind(400, 54454, "Invalid page size"),
  unauthorized: kind(401, 20003, "Authenticate"),
  notFound: kind(404, 20404, "The requested resource was not found"),
  methodNotAllowed: kind(405, 20004, "Method not allowed"),
  missingParameter: kind(400, 20001, "Missing parameter"),
  invalidParameter: kind(400, 20001, "Invalid parameter"),
} as const satisfies Record<string, Kind>;

export type ProblemName = keyof typeof PROBLEMS;

export interface ProblemBody {
  readonly code: number;
  readonly message: string;
  readonly more_info: string;
  readonly status: number;
}

/** An error body in Twilio's form. */
export const problemBody = (status: number, code: number, message: string): ProblemBody => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

/** Thrown by every operation that Sync would refuse; REST and Twilsock convert it to their own form. */
export class SyncProblem extends Error {
  readonly status: number;
  readonly code: number;

  constructor(
    readonly problem: ProblemName,
    detail?: string,
  ) {
    const { status, code, message } = PROBLEMS[problem];
    super(detail === undefined ? message : `${message}: ${detail}`);
    this.status = status;
    this.code = code;
  }

  get body(): ProblemBody {
    return problemBody(this.status, this.code, this.message);
  }
}
