import { fireEvent, screen } from "@testing-library/react";
import { ShowSome } from "../../../plugin/src/ui/show-some";
import { show } from "../features/render";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

function list(count: number, some?: number) {
  const { container } = show(
    <ShowSome items={numbers(count)} {...(some === undefined ? {} : { some })}>
      {(shown) => <p>{shown.join(" ")}</p>}
    </ShowSome>,
  );
  const shown = () => container.querySelector("p")?.textContent?.split(" ").length;
  const button = () => screen.queryByRole("button")?.textContent;
  return { shown, button, more: () => void fireEvent.click(screen.getByRole("button")) };
}

describe("a long list", () => {
  it("[HV18] shows thirty items first, and as many more per press, down to the last", () => {
    const { shown, button, more } = list(65);
    expect([shown(), button()]).toEqual([30, "Show 30 more"]);
    more();
    expect([shown(), button()]).toEqual([60, "Show 5 more"]);
    more();
    expect([shown(), button()]).toEqual([65, undefined]);
  });

  it.each([29, 30])("[HV18] of %d items is shown whole", (count) => {
    const { shown, button } = list(count);
    expect([shown(), button()]).toEqual([count, undefined]);
  });

  it("[HV18] shows as many as its caller asks", () => {
    const { shown, button } = list(3, 2);
    expect([shown(), button()]).toEqual([2, "Show 1 more"]);
  });
});
