import { useState } from "react";
import type { AnyAction } from "@reduxjs/toolkit";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { Hold } from "@schedule-manager/plugin/publishing/choose-drafts";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { undoOffered } from "@schedule-manager/plugin/publishing/publish-undo";
import { publishFailed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import { ConflictPanel } from "../../../plugin/src/features/conflicts/conflict-panel";
import { DraftBar } from "../../../plugin/src/features/publish/draft-bar";
import { HeldDrafts } from "../../../plugin/src/features/publish/held-drafts";
import { OtherPublish } from "../../../plugin/src/features/publish/other-publish";
import { PublishDialog } from "../../../plugin/src/features/publish/publish-dialog";
import { PublishFailures } from "../../../plugin/src/features/publish/publish-failures";
import { PublishProgress } from "../../../plugin/src/features/publish/publish-progress";
import { PublishRefusal } from "../../../plugin/src/features/publish/publish-refusal";
import { Dialog } from "../../../plugin/src/ui/fields/dialog";
import { CloseDialog } from "../../../plugin/src/ui/manual-close/close-dialog";
import { TodayDialog } from "../../../plugin/src/ui/today-hours/today-dialog";
import { UndoBar } from "../../../plugin/src/ui/undo-bar";
import { useItem } from "../../../plugin/src/ui/use-item";
import { NOW, RULES, SALES, SUPPORT } from "../../dom/features/items";
import { BY_ID, catalogue, CONNECTED, DRAFT, draftOf, FULL, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const FAILED: readonly AnyAction[] = [
  publishStarted({ id: "one", refs: ["s:support"] }),
  publishFailed({ id: "one", code: "publish-conflict", message: "", items: [] }),
];
const OTHER = headChanged({
  generation: 1,
  shards: 1,
  recent: [],
  publish: {
    id: "other",
    by: { identity: "bo", name: "bo@example.com" },
    since: "2026-09-04T17:00:00Z",
    phase: "applying",
    generation: 2,
  },
});

/** The draft renames and moves the schedule; somebody else renamed it, closed it, or deleted it. */
const MINE = draftOf(SUPPORT, { ...SUPPORT, name: "Support US", rules: ["hours"] }, "older");
const THEIRS = { ...SUPPORT, name: LONG, rules: ["hours", "labor"] };

const NAMELESS: Draft = {
  kind: "rule",
  id: "new:1",
  base: null,
  value: { name: "", isOpen: true },
  edited: 0,
};
const LISTED: Draft = {
  ...NAMELESS,
  kind: "schedule",
  id: "new:2",
  value: { ...stored(SUPPORT), name: LONG },
};
const HELD = new Map<ItemRef, Hold>([
  [
    "r:new:1",
    { type: "invalid", problems: [{ kind: "rule", id: "new:1", code: "item-invalid", message: "" }] },
  ],
  ["s:new:2", { type: "needs", refs: ["r:new:1"] }],
]);

function Conflict() {
  const { draft, state } = useItem("schedule", SUPPORT.id);
  return draft === undefined || state === undefined ? null : (
    <ConflictPanel draft={draft} state={state} ruleName={(id) => BY_ID.get(id)?.name ?? id} />
  );
}

const conflictScene = (name: string, actions: readonly AnyAction[]): Scene => ({
  name: `conflict: ${name}`,
  Component: Conflict,
  actions,
});

const closeScene = (name: string, count: number): Scene => ({
  name: `manual close: ${name}`,
  Component: () => (
    <CloseDialog
      schedules={[SUPPORT, SALES].slice(0, count)}
      rulesById={BY_ID}
      onClose={nothing}
      onDismiss={nothing}
    />
  ),
  actions: FULL,
});

const todayScene = (move: "later" | "earlier"): Scene => ({
  name: `today's hours: ${move}`,
  Component: () => <TodayDialog schedule={SUPPORT} move={move} onMove={nothing} onDismiss={nothing} />,
  actions: FULL,
});

export const PUBLISHING: readonly Scene[] = [
  { name: "drafts: bar", Component: DraftBar, actions: [...FULL, DRAFT] },
  conflictScene("both changed a field", [...catalogue([THEIRS, SALES], RULES), CONNECTED, MINE]),
  conflictScene("deleted by somebody else", [...catalogue([SALES], RULES), CONNECTED, MINE]),
  conflictScene("deleted here, changed by somebody else", [
    ...catalogue([THEIRS, SALES], RULES),
    CONNECTED,
    draftOf(SUPPORT, null, "older"),
  ]),
  {
    name: "publish: review",
    Component: function Scene() {
      const [open, setOpen] = useState(true);
      return open ? (
        <PublishDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null;
    },
    actions: [...FULL, DRAFT],
  },
  {
    name: "publish: in parts",
    Component: () => (
      <Dialog onDismiss={nothing} ariaLabelledby="" size="default">
        <PublishProgress
          progress={{ done: 90, count: 500, partsLeft: 5 }}
          isStopping={false}
          onStop={nothing}
        />
      </Dialog>
    ),
  },
  {
    name: "publish: held back",
    Component: () => <HeldDrafts drafts={[NAMELESS, LISTED]} held={HELD} onOpen={nothing} />,
    actions: FULL,
  },
  { name: "publish: refused", Component: () => <PublishRefusal code="sync-busy" />, actions: FULL },
  { name: "publish: failed", Component: PublishFailures, actions: [...FULL, ...FAILED] },
  { name: "publish: somebody else's", Component: OtherPublish, actions: [...FULL, OTHER] },
  closeScene("one schedule", 1),
  closeScene("several schedules", 2),
  todayScene("later"),
  todayScene("earlier"),
  {
    name: "today's hours: undo",
    Component: UndoBar,
    actions: [
      ...FULL,
      undoOffered({
        type: "today",
        name: SUPPORT.name,
        closing: "18:00",
        scheduleId: SUPPORT.id,
        before: SUPPORT.rules,
        after: SUPPORT.rules,
        created: [],
        deleted: [],
        at: NOW,
      }),
    ],
  },
  {
    name: "manual close: undo",
    Component: UndoBar,
    actions: [
      ...FULL,
      undoOffered({
        type: "closed",
        name: SUPPORT.name,
        count: 1,
        changed: [{ id: SUPPORT.id, before: null, after: {} }],
        at: NOW,
      }),
    ],
  },
];
