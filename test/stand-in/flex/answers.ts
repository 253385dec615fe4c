import { jsonFields, type HostRequest, type HostResponse } from "../http/host";

export const ok = (body: unknown): HostResponse => ({ status: 200, body });

/** Twilio's error shape. */
export const refuse = (status: number, code: number, message: string): HostResponse => ({
  status,
  body: { status, code, message, more_info: `https://www.twilio.com/docs/errors/${code}` },
});

/** The body as a JSON object, whatever its content type: Flex's SDKs post JSON as a form. */
export const jsonOf = (request: HostRequest): Record<string, unknown> => jsonFields(request.body.toString());

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
