import { useRef, useState } from "react";
import { useSelector } from "react-redux";
import { Menu, MenuButton, MenuItem, MenuSeparator, useMenuState } from "@twilio-paste/core/menu";
import { ChevronDownIcon } from "@twilio-paste/icons/esm/ChevronDownIcon";
import type { MessageKey } from "../../i18n/translate";
import { selectMayEdit } from "../../publishing/selectors";
import { useTranslate } from "../../services/services";
import { CopyDialog } from "../../ui/copy-schedules/copy-dialog";
import { GroupDialog } from "./group-dialog";
import { RulesDialog } from "./rules-dialog";
import { useExportChosen } from "./use-export-chosen";
import { useScheduleEdits } from "./use-schedule-edits";

interface Props {
  /** The ids of the selected schedules. */
  readonly ids: ReadonlySet<string>;
  readonly isDisabled: boolean;
  readonly onClear: () => void;
}

type Asking = "addRules" | "removeRules" | "group" | "copy";

/** The further actions for the selected schedules. */
export function ScheduleMenu({ ids, isDisabled, onClear }: Props) {
  const t = useTranslate();
  const mayEdit = useSelector(selectMayEdit);
  const menu = useMenuState({ placement: "bottom-start" });
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const edits = useScheduleEdits(ids);
  const exportChosen = useExportChosen("schedule");
  const close = (): void => {
    setAsking(null);
  };
  const item = (
    label: MessageKey,
    act: () => void,
    more: { readonly variant?: "destructive"; readonly disabled?: boolean } = {},
  ) => (
    <MenuItem
      {...menu}
      {...more}
      onClick={() => {
        menu.hide();
        // A dialog returns the focus to what had it, and the item is hidden by then.
        button.current?.focus();
        act();
      }}
    >
      {t(label)}
    </MenuItem>
  );
  const asks = (label: MessageKey, dialog: Asking, disabled: boolean) =>
    item(
      label,
      () => {
        setAsking(dialog);
      },
      { disabled },
    );
  // All selected ones may be locked, or deleted in drafts.
  const isLocked = edits.schedules.length === 0;
  return (
    <>
      <MenuButton {...menu} ref={button} variant="secondary" size="small" disabled={isDisabled}>
        {t("bulk.more")}
        <ChevronDownIcon decorative size="sizeIcon20" />
      </MenuButton>
      <Menu {...menu} data-schedule-manager="menu" aria-label={t("bulk.more")}>
        {mayEdit && asks("bulk.rules.add", "addRules", isLocked)}
        {mayEdit && asks("bulk.rules.remove", "removeRules", isLocked)}
        {mayEdit && asks("bulk.group", "group", isLocked)}
        {mayEdit && asks("bulk.copy", "copy", edits.all.length === 0)}
        {item("bulk.export", () => {
          exportChosen(ids);
        })}
        {mayEdit && <MenuSeparator {...menu} />}
        {mayEdit &&
          item(
            "page.delete",
            () => {
              edits.remove();
              onClear();
            },
            { variant: "destructive", disabled: isLocked },
          )}
      </Menu>
      {(asking === "addRules" || asking === "removeRules") && (
        <RulesDialog
          type={asking === "addRules" ? "add" : "remove"}
          schedules={edits.schedules}
          locked={edits.locked}
          onConfirm={(changed) => {
            close();
            edits.change(changed, asking === "addRules" ? "bulk.rules.added" : "bulk.rules.removed");
          }}
          onDismiss={close}
        />
      )}
      {asking === "group" && (
        <GroupDialog
          schedules={edits.schedules}
          locked={edits.locked}
          onConfirm={(changed) => {
            close();
            edits.change(changed, "bulk.group.set");
          }}
          onDismiss={close}
        />
      )}
      {asking === "copy" && (
        <CopyDialog
          schedules={edits.all}
          onCopy={(rules) => {
            close();
            edits.copy(rules);
            onClear();
          }}
          onDismiss={close}
        />
      )}
    </>
  );
}
