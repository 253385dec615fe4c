/** When is a schedule open? For websites and calendar subscriptions. */
import { hoursHandler } from "../hours/hours";

export const handler = hoursHandler();
