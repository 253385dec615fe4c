import { fireEvent, screen } from "@testing-library/react";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { CopyDialog } from "../../../plugin/src/ui/copy-schedules/copy-dialog";
import { SALES, SUPPORT } from "../features/items";
import { show } from "../features/render";

function ask(schedules: readonly Schedule[]) {
  const copied: string[] = [];
  const onDismiss = jest.fn();
  show(<CopyDialog schedules={schedules} onCopy={(rules) => copied.push(rules)} onDismiss={onDismiss} />);
  return { copied, onDismiss };
}

describe("the question about copies", () => {
  it("[ED20] names one schedule, and copies use the same rules unless the person chooses otherwise", () => {
    const { copied } = ask([SUPPORT]);
    expect(screen.getByRole("dialog", { name: "Copy Support" })).toBeInTheDocument();
    expect(screen.queryByText("Support")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Copy" }));
    fireEvent.click(screen.getByRole("radio", { name: /^Copy the rules too/ }));
    fireEvent.click(screen.getByRole("button", { name: "Copy" }));
    expect(copied).toEqual(["shared", "copied"]);
  });

  it("[ED20] counts several schedules and names them by the alphabet", () => {
    const { onDismiss, copied } = ask([SUPPORT, SALES]);
    expect(screen.getByRole("dialog", { name: "Copy 2 schedules" })).toBeInTheDocument();
    expect(screen.getByText("Sales and Support")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(onDismiss).toHaveBeenCalledTimes(1);
    expect(copied).toEqual([]);
  });
});
