import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { Alert } from "../../ui/fields/alert";
import { ShowSome } from "../../ui/show-some";
import { useTranslate } from "../../services/services";
import type { Draft } from "../../drafts/draft";
import { describePublishFailure } from "../../ui/describe-publish-failure";

interface Props {
  readonly problems: readonly EditProblem[];
  readonly drafts: readonly Draft[];
}

/** The problems that prevent publishing. */
export function PublishProblems({ problems, drafts }: Props) {
  const t = useTranslate();
  if (problems.length === 0) return null;
  const names = new Map(
    drafts.map(({ kind, id, value, base }) => [itemRef(kind, id), (value ?? base?.value)?.name]),
  );
  return (
    <Box marginBottom="space60">
      <Alert variant="error">
        <Text as="p" fontWeight="fontWeightSemibold">
          {t("publishing.problems")}
        </Text>
        <ShowSome items={problems}>
          {(shown) => (
            <UnorderedList marginBottom="space0">
              {shown.map(({ kind, id, code, message }) => (
                <ListItem key={`${kind}${id}${message}`}>
                  {`${names.get(itemRef(kind, id)) ?? id}: ${describePublishFailure(t, code)}`}
                </ListItem>
              ))}
            </UnorderedList>
          )}
        </ShowSome>
      </Alert>
    </Box>
  );
}
