import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Answer, type Question, Questions } from "../../../plugin/src/features/badges/question";
import { TransferQuestion } from "../../../plugin/src/features/badges/transfer-question";
import { agentTranslateFor } from "@schedule-manager/plugin/i18n/agent-translate";
import { axeProblems, show } from "./render";

const QUEUE = { sid: "WQ1", name: "Sales" };
const OTHERS = [
  { sid: "WQ2", name: "Support" },
  { sid: "WQ3", name: "Returns" },
];
const QUESTION: Question = {
  queue: QUEUE,
  status: "Closed for holiday",
  stale: null,
  mayProceed: true,
  instead: OTHERS,
};

function ask(more: Partial<Question> = {}) {
  const questions = new Questions();
  const answers: Answer[] = [];
  show(<TransferQuestion questions={questions} {...agentTranslateFor("en-US")} />);
  const put = (given: Partial<Question>): void => {
    act(() => {
      void questions.ask({ ...QUESTION, ...given }).then((answer) => answers.push(answer));
    });
  };
  expect(screen.queryByRole("dialog")).toBeNull();
  put(more);
  return { answers, put, user: userEvent.setup() };
}
const gone = () =>
  waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });

describe("the question before a transfer to a closed queue", () => {
  it("[TG1, TG3] names the queue, why it is closed and the open ones, of which one is chosen", async () => {
    const { answers, user } = ask();
    const dialog = screen.getByRole("dialog", { name: "Sales is closed" });
    expect(dialog).toHaveAttribute("lang", "en-US");
    expect(dialog).toHaveTextContent("Closed for holiday");
    expect(dialog).not.toHaveTextContent("·");
    expect(dialog).toHaveTextContent(
      "This queue is outside its opening hours. Do you want to transfer anyway?",
    );
    expect(dialog).toHaveTextContent("These queues are open now:");
    expect(await axeProblems(dialog)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Transfer to Returns" }));
    expect(answers).toEqual([{ type: "instead", queue: OTHERS[1] }]);
    await gone();
  });

  it("[TG2] goes on when the agent confirms, and without open queues lists none", async () => {
    const { answers, user } = ask({ instead: [], stale: "as of 09:00" });
    expect(screen.getByRole("dialog")).toHaveTextContent("Closed for holiday · as of 09:00");
    expect(screen.queryByText(/open now/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Transfer anyway" }));
    expect(answers).toEqual([{ type: "proceed" }]);
    await gone();
  });

  it.each(["Cancel", "{Escape}"])("[TG2] %s cancels the transfer", async (way) => {
    const { answers, user } = ask();
    await waitFor(() => {
      expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
    });
    if (way === "Cancel") await user.click(screen.getByRole("button", { name: way }));
    else await user.keyboard(way);
    expect(answers).toEqual([{ type: "cancel" }]);
    await gone();
  });

  it("[TG4] a refused transfer can only be closed or go to an open queue", async () => {
    const { answers, user } = ask({ mayProceed: false, instead: OTHERS.slice(0, 1) });
    expect(screen.getByRole("dialog")).toHaveTextContent("Transfers to closed queues are turned off.");
    expect(screen.getByRole("dialog")).toHaveTextContent("This queue is open now:");
    expect(screen.queryByRole("button", { name: /anyway|Cancel/ })).toBeNull();
    const [, close] = screen.getAllByRole("button", { name: "Close" });
    await user.click(close ?? document.body);
    expect(answers).toEqual([{ type: "cancel" }]);
    await gone();
  });

  it("[TG1] a question that is asked before the view is there is shown with the view", () => {
    const questions = new Questions();
    void questions.ask(QUESTION);
    show(<TransferQuestion questions={questions} {...agentTranslateFor("en-US")} />);
    expect(screen.getByRole("dialog", { name: "Sales is closed" })).toBeInTheDocument();
  });

  it("[TG1] a new question cancels the one before", async () => {
    const { answers, put } = ask();
    put({ queue: { sid: "WQ9", name: "Night" } });
    expect(await screen.findByRole("dialog", { name: "Night is closed" })).toBeVisible();
    await waitFor(() => {
      expect(answers).toEqual([{ type: "cancel" }]);
    });
  });
});
