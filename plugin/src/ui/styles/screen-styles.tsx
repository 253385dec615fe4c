import { css, StylingGlobals } from "@twilio-paste/core/styling-library";
import { FORCED_COLORS } from "./forced-colors";
import { NARROW, SMALL_WINDOW, VIEW_CONTAINER } from "./narrow";
import { NARROW_VIEW } from "./narrow-view";
import { SMALL_DIALOG } from "./small-dialog";

/** The attribute of the view and of what Paste renders outside it: dialogs and menus. */
const OURS = "[data-schedule-manager]";

const STYLES = css({
  "[data-schedule-manager=view]": { containerName: VIEW_CONTAINER, containerType: "inline-size" },
  [NARROW]: { [OURS]: NARROW_VIEW },
  [SMALL_WINDOW]: { [OURS]: SMALL_DIALOG },
  "@media (forced-colors: active)": { [OURS]: FORCED_COLORS },
});

/** The styles for narrow screens and forced colors, which Paste lacks. Flex's own elements keep theirs. */
export const ScreenStyles = () => <StylingGlobals styles={STYLES} />;
