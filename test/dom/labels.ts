/**
 * The `labels` of form fields. jsdom's own walks the document for each label in it, each time that a query by label or
 * by role looks at a field, which took half the time of a table's tests.
 */
import { insideOf } from "./inside";

const LABELABLE = "button, meter, output, progress, select, textarea, input:not([type=hidden i])";

const LABELABLES = [
  HTMLButtonElement,
  HTMLInputElement,
  HTMLMeterElement,
  HTMLOutputElement,
  HTMLProgressElement,
  HTMLSelectElement,
  HTMLTextAreaElement,
];

/** https://html.spec.whatwg.org/multipage/forms.html#labeled-control */
function controlOf(label: HTMLLabelElement): Element | null {
  if (!label.hasAttribute("for")) return label.querySelector(LABELABLE);
  const control = document.getElementById(label.htmlFor);
  return control?.matches(LABELABLE) === true ? control : null;
}

/** By field, in the order of the document. */
function allLabels(): ReadonlyMap<Element, readonly HTMLLabelElement[]> {
  const all = new Map<Element, HTMLLabelElement[]>();
  for (const label of document.querySelectorAll("label")) {
    const control = controlOf(label);
    if (control !== null) all.set(control, [...(all.get(control) ?? []), label]);
  }
  return all;
}

export function defineLabels(): void {
  const inside = insideOf(document);
  let version = NaN;
  let all = allLabels();
  const labelsOf = (element: Element): readonly HTMLLabelElement[] | null => {
    if (version !== inside._version) {
      version = inside._version;
      all = allLabels();
    }
    return all.get(element) ?? (element.matches(LABELABLE) ? [] : null);
  };
  for (const { prototype } of LABELABLES) {
    const own = Object.getOwnPropertyDescriptor(prototype, "labels");
    Object.defineProperty(prototype, "labels", {
      ...own,
      get(this: Element): unknown {
        return this.getRootNode() === document ? labelsOf(this) : own?.get?.call(this);
      },
    });
  }
}
