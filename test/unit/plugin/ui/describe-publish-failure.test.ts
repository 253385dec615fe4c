import { describePublishFailure } from "@schedule-manager/plugin/ui/describe-publish-failure";
import { translateFor } from "../i18n/translate-for";

const { t } = translateFor("en-US");

describe("why a publish failed", () => {
  it.each([
    ["publish-in-progress", /^Another schedule publish is in progress/],
    ["publish-conflict", /^Someone else published a newer version/],
    ["publish-stale-version", /^Someone else published a newer version/],
    ["publish-interrupted", /^The publish was interrupted/],
    ["name-taken", /^Another schedule has this name/],
    ["alias-taken", /^Another schedule already uses one of the former names/],
    ["queue-taken", /^A queue already belongs/],
    ["rule-in-use", /^A rule is still used/],
    ["rule-missing", /^A rule was deleted/],
    ["item-too-large", /too large for Twilio Sync/],
    ["item-invalid", /^A change contains an invalid value/],
    ["request-too-large", /^These are too many changes/],
    ["sync-busy", /^Twilio Sync is busy/],
    ["sync-unreachable", /^Twilio Sync isn’t responding/],
    ["not-allowed", /^Your Flex role doesn’t allow/],
    ["token-missing", /^Your Flex session has ended/],
    ["token-invalid", /^Your Flex session has ended/],
    ["not-set-up", /^Twilio Sync isn’t set up/],
    ["unreachable", /functions aren’t responding/],
    ["internal", /^Something went wrong \(internal\)/],
  ] as const)("[VW8] %s is explained with its remedy", (code, words) => {
    expect(describePublishFailure(t, code)).toMatch(words);
  });
});
