import type { messages } from "./messages/en-US";
import type { Translated } from "./translated";

/** The texts that only admins see. A browser loads them in one language. */
export type AdminMessages = Translated<typeof messages>;
