import "@testing-library/jest-dom";
import type { ReactElement } from "react";
import { CustomizationProvider } from "@twilio-paste/core/customization";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { render, type RenderResult } from "@testing-library/react";
import axe from "axe-core";

// jsdom has neither the one nor the other.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
HTMLCanvasElement.prototype.getContext = () => null;

/** Forms ask for nothing but words: whatever else is asked of it is not there. */
export const services = (locale: string): Services => translateFor(locale) as Services;

export function show(element: ReactElement, locale = "en-US"): RenderResult {
  const words = services(locale);
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

/** What axe finds wrong, as `rule: place`. Colors need a real browser. */
export async function axeProblems(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
