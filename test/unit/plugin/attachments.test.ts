import { type Attachment, Attachments } from "@schedule-manager/plugin/sync/attachments";

function scene() {
  const log: string[] = [];
  const named =
    (name: string): Attachment =>
    () => {
      log.push(`start ${name}`);
      return () => log.push(`stop ${name}`);
    };
  const attachments = new Attachments([named("first")]);
  const open = (): void => {
    attachments.begin((attach) => attach(null as never, null as never, null as never));
  };
  return { log, named, attachments, open };
}

describe("what runs on the connection", () => {
  it("[OC25] begins with each client, and at once where one is open", () => {
    const { log, named, attachments, open } = scene();
    attachments.add(named("early"));
    expect(log).toEqual([]);
    open();
    attachments.add(named("late"));
    expect(log).toEqual(["start first", "start early", "start late"]);
    attachments.end();
    open();
    expect(log.slice(3)).toEqual([
      "stop first",
      "stop early",
      "stop late",
      "start first",
      "start early",
      "start late",
    ]);
  });

  it("[OC25] ends when it is taken away, and does not come back", () => {
    const { log, named, attachments, open } = scene();
    const remove = attachments.add(named("presence"));
    open();
    remove();
    attachments.end();
    open();
    expect(log).toEqual(["start first", "start presence", "stop presence", "stop first", "start first"]);
  });
});
