/**
 * Starts Flex as the person in the address (`?as=ada`), in its language (`&lang=de-DE`). The token goes where Flex
 * stores it when its feature `sso-token-session-storage` is on: the tab's own storage, so each tab can be another
 * person.
 */
interface BootPerson {
  readonly name: string;
  readonly identity: string;
  readonly roles: readonly string[];
  readonly token: string;
  readonly flexUserSid: string;
}
interface BootConfig {
  readonly accountSid: string;
  readonly persons: readonly BootPerson[];
  /** The lifetime of a token that the page reports, ms. */
  readonly tokenLife: number;
}
interface FlexLibrary {
  runDefault(configuration: object, container: string): Promise<unknown>;
}

const TOKEN_KEY = "TWILIO_FLEX_SSO";
const AS_KEY = "stand-in-as";
const LANGUAGE_KEY = "stand-in-language";
/** Flex stores the choice of its language menu here; it wins over the account's language. */
const CHOSEN_LANGUAGE_KEY = "TWILIO_FLEX_LOCALE_PREFERENCE";

const page = window as unknown as { standIn: BootConfig; Twilio: { Flex: FlexLibrary } };
const { accountSid, persons, tokenLife } = page.standIn;

const parameters = new URLSearchParams(location.search);
const requested = parameters.get("as") ?? sessionStorage.getItem(AS_KEY);
const person = persons.find((each) => each.name === requested) ?? persons[0];
if (person === undefined) throw new Error("The stand-in has no persons");

localStorage.removeItem(TOKEN_KEY);
sessionStorage.setItem(AS_KEY, person.name);
const askedLanguage = parameters.get("lang");
if (askedLanguage !== null) {
  sessionStorage.setItem(LANGUAGE_KEY, askedLanguage);
  localStorage.removeItem(CHOSEN_LANGUAGE_KEY);
}
sessionStorage.setItem(
  TOKEN_KEY,
  JSON.stringify({
    identity: person.identity,
    roles: person.roles,
    token: person.token,
    flexUserSid: person.flexUserSid,
    accountSid,
    expiration: new Date(Date.now() + tokenLife).toISOString(),
  }),
);

page.Twilio.Flex.runDefault(
  {
    accountSid,
    sso: { accountSid },
    language: sessionStorage.getItem(LANGUAGE_KEY) ?? "en-US",
    pluginService: { enabled: true, initializationTimeout: 10_000 },
    disableTelemetry: true,
    disableBrowserVoice: true,
    initialDeviceCheck: false,
    logLevel: "warn",
  },
  "#container",
).catch((problem: unknown) => {
  const container = document.querySelector("#container");
  if (container !== null) container.textContent = `Flex did not start: ${String(problem)}`;
  throw problem;
});
export {};
