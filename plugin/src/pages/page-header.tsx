import type { ReactNode } from "react";
import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { ArrowBackIcon } from "@twilio-paste/icons/esm/ArrowBackIcon";
import { useTranslate } from "../services/services";
import { wentBack } from "../navigation/navigation";
import { ConnectionState } from "./connection-state";

interface Props {
  readonly title: string;
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
}

/** The header of a page behind the tables: back button, connection, name and actions. */
export function PageHeader({ title, badges, actions }: Props) {
  const t = useTranslate();
  const dispatch = useDispatch();
  return (
    <Box marginBottom="space60">
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space60"
        rowGap="space20"
      >
        <Button variant="link" onClick={() => dispatch(wentBack())}>
          <ArrowBackIcon decorative size="sizeIcon20" />
          {t("page.back")}
        </Button>
        <ConnectionState />
      </Box>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space60"
        rowGap="space40"
        marginTop="space40"
      >
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space20">
          <Heading as="h1" variant="heading20" marginBottom="space0">
            {title}
          </Heading>
          {badges}
        </Box>
        <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30">
          {actions}
        </Box>
      </Box>
    </Box>
  );
}
