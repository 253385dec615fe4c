import "@testing-library/jest-dom";
import type { ReactElement } from "react";
import { CustomizationProvider } from "@twilio-paste/core/customization";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import { firstWeekdayOf } from "@schedule-manager/plugin/i18n/week-start";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { storeSelectors } from "../../unit/plugin/store";
import { render, type RenderResult } from "@testing-library/react";
import axe from "axe-core";

// jsdom lacks both.
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") } });
HTMLCanvasElement.prototype.getContext = () => null;

// An error in an event handler or an effect reaches nobody but the window.
const uncaught: unknown[] = [];
window.addEventListener("error", ({ error }) => uncaught.push(error));
afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

/** Forms use messages, formatting and selectors only, so most other services are absent. */
export const services = (locale: string): Services =>
  ({
    ...translateFor(locale),
    firstWeekday: firstWeekdayOf(locale),
    selectors: storeSelectors(),
    // Still loading.
    queues: () => new Promise(() => undefined),
  }) as unknown as Services;

export function show(element: ReactElement, locale = "en-US", more: Partial<Services> = {}): RenderResult {
  const words = { ...services(locale), ...more };
  const wrap = (inner: ReactElement): ReactElement => (
    <CustomizationProvider baseTheme="default">
      <ServicesProvider value={words}>{inner}</ServicesProvider>
    </CustomizationProvider>
  );
  const result = render(wrap(element));
  return {
    ...result,
    rerender: (next) => {
      result.rerender(wrap(next));
    },
  };
}

/** The axe violations as `rule: target`. Colors need a real browser. */
export async function axeProblems(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
