/** The faster `labels` and `getComputedStyle` of the dom tests against jsdom's own rules. */
const show = (html: string): void => void (document.body.innerHTML = html);
const texts = (labels: Iterable<Element> | null): (string | null)[] | null =>
  labels === null ? null : [...labels].map(({ textContent }) => textContent);
const field = (id: string): HTMLInputElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no ${id}`);
  return found as HTMLInputElement;
};

afterEach(() => {
  show("");
  document.head.innerHTML = "";
});

describe("the document of the dom tests", () => {
  it("[HS8] gives a field the labels whose control it is, in the document's order", () => {
    show(`
      <label>Around <input id="inner"></label>
      <label for="name">First</label><label for="">Empty</label><label for="gone">Nothing's</label>
      <input id="name"><label for="name">Second</label>
      <label for="inner">Also inner's</label>
      <label><b>Two</b><select id="one"></select><textarea id="two"></textarea></label>
      <label for="name"><button id="other"></button>Third</label>
      <label>Hidden<input type="HIDDEN" id="hidden"><input id="seen"></label>
      <label for="hidden">None's</label><label for="text">None's</label><p id="text"></p>
      <button id="twice"></button><button id="twice"></button><label for="twice">Twice</label>
      <output id="output"></output><meter id="meter"></meter><progress id="progress"></progress>
      <label for="output">O</label><label for="meter">M</label><label for="progress">P</label>`);
    const labels = [...document.querySelectorAll("label")];
    for (const element of document.querySelectorAll<HTMLInputElement>(
      "input, select, textarea, button, output, meter, progress",
    )) {
      const wanted = element.type === "hidden" ? null : labels.filter(({ control }) => control === element);
      expect([element.outerHTML, texts(element.labels)]).toEqual([element.outerHTML, texts(wanted)]);
    }
    expect(texts(field("name").labels)).toEqual(["First", "Second", "Third"]);
    expect(texts(field("inner").labels)).toEqual(["Around ", "Also inner's"]);
  });

  it("[HS8] gives a field outside the document its labels, and a changed one its new labels", () => {
    const outside = document.createElement("div");
    outside.innerHTML = `<label for="name">Name</label><input id="name">`;
    expect(texts(outside.querySelector("input")?.labels ?? null)).toEqual(["Name"]);
    show(`<label for="a">Label</label><input id="a">`);
    field("a").id = "b";
    expect(texts(field("b").labels)).toEqual([]);
    document.querySelector("label")?.setAttribute("for", "b");
    expect(texts(field("b").labels)).toEqual(["Label"]);
  });

  it.each([
    [".hide", true],
    ["p.hide", true],
    ["b.hide", false],
    [".hide.more", true],
    [".hide.less", false],
    ["div .hide", true],
    ["div>.hide", true],
    ["section .hide", false],
    ["b, .hide", true],
    ["b, .less", false],
    ["*", true],
    ["#it", true],
    ["#other", false],
    ["[data-it='a,b']", true],
    ["[data-it='.less']", false],
    ["p:not(.less)", true],
    ["p:not(.hide)", false],
    [":is(b, p.more)", true],
    [".hide:first-child", true],
    [".hide:empty", false],
    ["b + p", false],
  ])("[HS8] applies the rule of %s: %s", (selector, applies) => {
    document.head.innerHTML = `<style>@font-face { font-family: x } ${selector} { visibility: hidden }</style>`;
    show(`<div><p id="it" class="hide more" data-it="a,b">Text</p></div>`);
    expect(document.querySelector(selector) !== null).toBe(applies);
    expect(getComputedStyle(field("it")).visibility).toBe(applies ? "hidden" : "visible");
  });

  it("[HS8] gives an element its style after each change of a class, a style, a parent or a sheet", () => {
    show(`<div><p id="it">Text</p></div>`);
    const it = field("it");
    const shown = () => [getComputedStyle(it).display, getComputedStyle(it).visibility];
    expect(shown()).toEqual(["block", "visible"]);
    const sheet = document.createElement("style");
    sheet.append(".hide { display: none }");
    document.head.append(sheet);
    expect(shown()).toEqual(["block", "visible"]);
    it.className = "hide";
    expect(shown()).toEqual(["none", "visible"]);
    sheet.append(" .hide { display: flex }");
    expect(shown()).toEqual(["flex", "visible"]);
    it.style.display = "grid";
    expect(shown()).toEqual(["grid", "visible"]);
    it.parentElement?.style.setProperty("visibility", "hidden");
    expect(shown()).toEqual(["grid", "hidden"]);
    document.body.append(it);
    expect(shown()).toEqual(["grid", "visible"]);
    it.style.display = "";
    sheet.remove();
    expect(shown()).toEqual(["block", "visible"]);
    it.remove();
    expect(getComputedStyle(it).visibility).toBe("visible");
  });
});
