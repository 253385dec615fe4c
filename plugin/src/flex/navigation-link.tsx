import type * as Flex from "@twilio/flex-ui";
import { CalendarIcon } from "@twilio-paste/icons/esm/CalendarIcon";

interface Props {
  readonly flex: typeof Flex;
  readonly label: string;
  readonly viewName: string;
  /** Flex passes this to every link of the side navigation. */
  readonly activeView?: string;
}

/** The entry in Flex's side navigation. */
export function NavigationLink({ flex, label, viewName, activeView }: Props) {
  const icon = <CalendarIcon decorative size="sizeIcon40" />;
  return (
    <flex.SideLink
      showLabel
      icon={icon}
      iconActive={icon}
      isActive={activeView === viewName}
      onClick={() => {
        void flex.Actions.invokeAction("NavigateToView", { viewName });
      }}
    >
      {label}
    </flex.SideLink>
  );
}
