import type { messages } from "./messages/en-US";
import type { Translated } from "./translated";

/** The admin messages. A browser loads one language. */
export type AdminMessages = Translated<typeof messages>;
