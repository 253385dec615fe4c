import { useState } from "react";
import type { AnyAction } from "@reduxjs/toolkit";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { useServices } from "@schedule-manager/plugin/services/services";
import { Questions } from "../../../plugin/src/features/badges/question";
import { TransferQuestion } from "../../../plugin/src/features/badges/transfer-question";
import { ConnectionProblem } from "../../../plugin/src/pages/connection-problem";
import { ConnectionState } from "../../../plugin/src/pages/connection-state";
import { DeletedItem } from "../../../plugin/src/pages/deleted-item";
import { LockBanner } from "../../../plugin/src/pages/lock-banner";
import { RemoveEverywhere } from "../../../plugin/src/pages/remove-everywhere";
import { RulePage } from "../../../plugin/src/pages/rule-page";
import { SchedulePage } from "../../../plugin/src/pages/schedule-page";
import { TablesPage } from "../../../plugin/src/pages/tables-page";
import { UnknownPage } from "../../../plugin/src/pages/unknown-page";
import { DraftBadge } from "../../../plugin/src/ui/draft-badge";
import { Message } from "../../../plugin/src/ui/fields/message";
import { LockBadge } from "../../../plugin/src/ui/lock-badge";
import { useItem } from "../../../plugin/src/ui/use-item";
import { NOW, SALES, SUPPORT } from "../../dom/features/items";
import { CONNECTED, DRAFT, FULL, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const BY_BO: readonly AnyAction[] = [
  presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }),
  presenceChanged({
    events: [
      {
        type: "changed",
        entry: {
          ref: "s:support",
          data: {
            lockId: "page-b",
            by: { identity: "bo", name: "bo@example.com" },
            since: "2026-09-04T16:40:00Z",
            beat: 0,
          },
          updated: NOW,
        },
      },
    ],
    now: NOW,
  }),
];

function Question() {
  const { t, locale } = useServices();
  const [questions] = useState(() => {
    const asked = new Questions();
    void asked.ask({
      queue: { sid: "WQ1", name: "Sales queue" },
      status: "Closed",
      stale: null,
      mayProceed: true,
      instead: [{ sid: "WQ2", name: LONG }],
    });
    return asked;
  });
  return <TransferQuestion questions={questions} t={t} locale={locale} />;
}

function Badges() {
  const { draft } = useItem("schedule", SUPPORT.id);
  return (
    <>
      <LockBadge item="s:support" />
      <DraftBadge draft={draft} />
    </>
  );
}

const stateScene = (type: "connecting" | "connected"): Scene => ({
  name: `connection: ${type}`,
  Component: ConnectionState,
  actions: [...FULL, connectionChanged({ to: { type }, at: NOW })],
});

export const FRAME: readonly Scene[] = [
  { name: "page: tables", Component: () => <TablesPage tab="schedule" />, actions: [...FULL, CONNECTED] },
  {
    name: "page: a schedule",
    Component: () => <SchedulePage id={SUPPORT.id} />,
    actions: [...FULL, CONNECTED],
  },
  {
    name: "page: a schedule, locked by somebody else",
    Component: () => <SchedulePage id={SUPPORT.id} />,
    actions: [...FULL, CONNECTED, ...BY_BO],
  },
  { name: "page: a rule", Component: () => <RulePage id="lunch" />, actions: [...FULL, CONNECTED] },
  { name: "page: an unknown item", Component: () => <RulePage id="none" />, actions: [...FULL, CONNECTED] },
  { name: "page: an unknown address", Component: () => <UnknownPage of="schedule" /> },
  stateScene("connecting"),
  stateScene("connected"),
  {
    name: "connection: failed",
    Component: ConnectionProblem,
    actions: [...FULL, connectionChanged({ to: { type: "failed", reason: "denied" }, at: NOW })],
  },
  { name: "badges: draft and lock", Component: Badges, actions: [...FULL, DRAFT, ...BY_BO] },
  { name: "lock: banner", Component: () => <LockBanner item="s:support" />, actions: [...FULL, ...BY_BO] },
  { name: "deleted: with a draft", Component: () => <DeletedItem onKeep={nothing} /> },
  { name: "deleted: without a draft", Component: () => <DeletedItem onKeep={undefined} /> },
  {
    name: "rule: remove everywhere",
    Component: () => <RemoveEverywhere schedules={[SUPPORT, SALES]} onRemove={nothing} />,
    actions: [...FULL, ...BY_BO],
  },
  { name: "message", Component: () => <Message title="No schedules" text={LONG} /> },
  { name: "transfer: question", Component: Question },
];
