import { Provider } from "react-redux";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { fromRule } from "@schedule-manager/shared/editing/rule-form/from-rule";
import { formProblems } from "@schedule-manager/shared/editing/rule-form/problems";
import type { Rule } from "@schedule-manager/shared/model/model";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { sessionOpened } from "../../../plugin/src/catalogue/session";
import { TablesPage } from "../../../plugin/src/pages/tables-page";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { show } from "./render";

describe("a new rule", () => {
  it("[FM8] a new rule from the rules table has weekday opening hours and lacks only a name", async () => {
    const store = flexLikeStore();
    store.dispatch(
      sessionOpened({ identity: "ada", right: "edit", shards: 1 } as Parameters<typeof sessionOpened>[0]),
    );
    const services = {
      ...translateFor("en-US"),
      selectors: storeSelectors(),
      newKey: () => "new-1",
      localNow: () => Date.UTC(2026, 10, 28, 10),
    };
    show(
      <Provider store={store}>
        <ServicesProvider value={services as unknown as Services}>
          <TablesPage tab="rule" />
        </ServicesProvider>
      </Provider>,
    );
    await userEvent.click(screen.getByRole("button", { name: /rule/i }));
    const [draft] = Object.values(pluginState(store.getState()).drafts.items);
    const rule = { id: "new-1", ...(draft?.value as Omit<Rule, "id">) };
    expect(rule).toMatchObject({ isOpen: true, startTime: "09:00", endTime: "17:00" });
    expect(fromRule(rule)).toMatchObject({ repeat: "weekly", weekdays: 0b0011111 });
    expect(formProblems(fromRule(rule), rule, new Map())).toEqual([{ field: "name", code: "name-missing" }]);
  });
});
