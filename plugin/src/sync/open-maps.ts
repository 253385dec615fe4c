import type { SyncClient, SyncMap } from "twilio-sync";

/** An open map, and the state of its subscription. */
export interface OpenMap {
  readonly map: SyncMap;
  readonly isSubscribed: () => boolean;
  /** Calls back each time the subscription becomes active: after opening and after each reconnection. */
  readonly onSubscribed: (listener: () => void) => void;
  readonly close: () => void;
}

export type OpenMaps = (name: string) => Promise<OpenMap>;

interface Subscription {
  isThere: boolean;
  users: number;
}

/**
 * Opens maps of a client and records the state of each subscription: the SDK reports it only as an event, and shares
 * one subscription among all users of a map, so later users would miss it.
 */
export function openMaps(client: SyncClient): OpenMaps {
  const subscriptions = new Map<string, Subscription>();

  return async (name) => {
    const map = await client.map({ id: name, mode: "open_existing" });
    const { sid } = map;
    const subscription = subscriptions.get(sid) ?? { isThere: false, users: 0 };
    subscriptions.set(sid, subscription);
    subscription.users += 1;
    let isOpen = true;
    map.on("_subscriptionStateChanged", (state: string) => {
      subscription.isThere = state === "established";
    });
    return {
      map,
      isSubscribed: () => subscription.isThere,
      onSubscribed: (listener) => {
        map.on("_subscriptionStateChanged", (state: string) => {
          if (state === "established") listener();
        });
      },
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        map.close();
        subscription.users -= 1;
        if (subscription.users === 0) subscriptions.delete(sid);
      },
    };
  };
}
