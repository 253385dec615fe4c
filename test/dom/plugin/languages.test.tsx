import { Provider } from "react-redux";
import { DEPLOY, namedDeploy, SET_UP } from "@schedule-manager/shared/sync/actors";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { usePerson } from "@schedule-manager/plugin/ui/use-person";
import { screen } from "@testing-library/react";
import { Alert } from "../../../plugin/src/ui/fields/alert";
import { Callout } from "../../../plugin/src/ui/fields/callout";
import { AlertDialog, Dialog } from "../../../plugin/src/ui/fields/dialog";
import { flexLikeStore } from "../../unit/plugin/store";
import { services, show } from "../features/render";

function Person({ actor }: { readonly actor: Actor }) {
  return <p>{usePerson()(actor)}</p>;
}

describe("the reader's language", () => {
  it("[LA6] icons are labelled in the reader's language", () => {
    show(
      <>
        <Alert variant="error">A</Alert>
        <Alert variant="warning">B</Alert>
        <Alert variant="neutral">C</Alert>
        <Callout variant="warning">D</Callout>
        <Callout variant="neutral">E</Callout>
      </>,
      "de-DE",
    );
    expect(screen.getAllByText("(Fehler)")).toHaveLength(1);
    expect(screen.getAllByText("(Warnung)")).toHaveLength(2);
    expect(screen.getAllByText("(Hinweis)")).toHaveLength(2);
    expect(document.body.textContent).not.toMatch(/warning|error|information/);
  });

  it("[LA6] dialogs declare their language", () => {
    const close = (): void => undefined;
    const { locale } = services("th-TH");
    expect(locale).toBe("th-TH");
    show(
      <>
        <Dialog ariaLabelledby="title" onDismiss={close} size="default">
          <h2 id="title">A</h2>
          <button>B</button>
        </Dialog>
        <AlertDialog heading="C" onConfirm={close} onConfirmLabel="D" onDismiss={close} onDismissLabel="E">
          F
        </AlertDialog>
      </>,
      "th-TH",
    );
    expect(document.querySelector("[role=dialog]")).toHaveAttribute("lang", "th-TH");
    expect(document.querySelector("[role=alertdialog]")).toHaveAttribute("lang", "th-TH");
  });

  it("[LA7] set-up and deploy are named as programs, and a person with a similar name is not", () => {
    show(
      <Provider store={flexLikeStore()}>
        {[
          SET_UP,
          DEPLOY,
          namedDeploy("Release 42"),
          { identity: "deploy", name: "deploy" },
          { identity: "deploy" },
          { identity: "ada", name: "Set-up" },
        ].map((actor, n) => (
          <Person key={n} actor={actor} />
        ))}
      </Provider>,
      "de-DE",
    );
    expect([...document.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual([
      "Einrichtung",
      "Bereitstellung",
      "Bereitstellung „Release 42“",
      "deploy",
      "deploy",
      "Set-up",
    ]);
  });
});
