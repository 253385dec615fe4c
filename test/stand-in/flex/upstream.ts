/** The requests of Flex's own clients through their Twilsock connections. */
import type { FlexUpstream } from "../twilsock/hub";
import { CHAT_SERVICE_SID } from "./ids";
import type { OwnSync } from "./own-sync";

const AIM = "https://aim.us1.twilio.com";
const SERVICE = `/Client/v2/Services/${CHAT_SERVICE_SID}`;
const CDS_HOST = /^cds\.[a-z0-9-]+\.twilio\.com$/;

/** The resources that Conversations requires before it reports a connection. */
function conversations(identity: string) {
  const service = AIM + SERVICE;
  return {
    identity,
    links: {
      my_conversations: `${service}/Users/${identity}/Conversations`,
      conversations: `${service}/Conversations`,
      users: `${service}/Users`,
      current_user: `${service}/Users/${identity}`,
      typing: `${AIM}/Client/v2/Typing`,
      media_service: "https://mcs.us1.twilio.com/v1/Services",
      media_set_service: "https://mcs.us1.twilio.com/v1/MediaSet",
      messages_receipts: `${service}/MessageReceipts`,
    },
    options: {
      reachability_enabled: false,
      user_infos_to_subscribe: 100,
      http_cache_interval: "PT5S",
      consumption_report_interval: "PT5S",
      media_attachments_count_limit: 10,
      media_attachment_size_limit_in_mb: 150,
      media_attachments_total_size_limit_in_mb: 150,
      email_histories_allowed_mime_types: ["text/plain"],
      email_bodies_allowed_mime_types: ["text/plain"],
    },
    sync_objects: { my_conversations: `${identity}.conversations`, my_user_info: `${identity}.info` },
  };
}

export function upstream(sync: OwnSync): FlexUpstream {
  return (request, connection) => {
    const { host, path } = request;
    const identity = connection.identity ?? "";
    if (host === "flex-sdk.twilio.com") return { status: 200, body: {} };
    if (CDS_HOST.test(host)) return sync.answer(request, connection);
    if (host === "aim.us1.twilio.com" && path === "/Client/v2/Configuration") {
      sync.ensureMap(`${identity}.conversations`);
      sync.ensureMap(`${identity}.info`, { friendlyName: { value: identity }, attributes: { value: "{}" } });
      return { status: 200, body: conversations(identity) };
    }
    if (host === "aim.us1.twilio.com" && path === `${SERVICE}/Users/${identity}`) {
      return { status: 200, body: { identity, friendly_name: identity, attributes: "{}" } };
    }
    if (host === "aim.us1.twilio.com" && path === `${SERVICE}/Users/${identity}/Conversations`) {
      return { status: 200, body: { conversations: [], meta: { next_token: null } } };
    }
    return null;
  };
}
