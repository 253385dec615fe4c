import { act, render } from "@testing-library/react";
import type { LoadedPage } from "@schedule-manager/plugin/history/pages";
import { type Pages, usePages } from "@schedule-manager/plugin/history/use-pages";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";

interface Request {
  readonly before: number | null;
  readonly answer: (items: readonly number[], more?: boolean) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

const generationOf = (generation: number): number => generation;

/** A list that shows pages, whose requests the test answers. */
function list(version: number | null) {
  const requests: Request[] = [];
  const load = (before: number | null): Promise<LoadedPage<number>> =>
    new Promise((resolve, reject) => {
      requests.push({
        before,
        answer: (items, more = true) =>
          act(async () => {
            resolve({ items, more, next: items.at(-1) ?? 0 });
          }),
        fail: (error) =>
          act(async () => {
            reject(error);
          }),
      });
    });
  const shown: { pages: Pages<number> | null } = { pages: null };
  function List({ of }: { readonly of: number | null }) {
    shown.pages = usePages(load, generationOf, of);
    return null;
  }
  const { rerender, unmount } = render(<List of={version} />);
  const pages = (): Pages<number> => {
    if (shown.pages === null) throw new Error("nothing is rendered");
    return shown.pages;
  };
  return {
    requests,
    pages,
    unmount,
    show: (of: number | null) => rerender(<List of={of} />),
    loadMore: () => act(() => pages().loadMore()),
    retry: () => act(() => pages().retry()),
  };
}

describe("pages of a list in the view", () => {
  it("[HV10] the newest page is read at first and for each version", async () => {
    const { requests, pages, show } = list(1);
    expect(pages()).toMatchObject({ state: "loading", items: [] });
    await requests[0]?.answer([9, 8]);
    expect(pages()).toMatchObject({ state: "ready", items: [9, 8], version: 1 });
    show(1);
    expect(requests).toHaveLength(1);
    show(2);
    await requests[1]?.answer([10, 9]);
    expect(pages()).toMatchObject({ items: [10, 9, 8], version: 2 });
    expect(requests.map(({ before }) => before)).toEqual([null, null]);
  });

  it("[HV7] without a connection nothing is read, until there is one", async () => {
    const { requests, pages, show, retry } = list(null);
    retry();
    expect(requests).toHaveLength(0);
    show(1);
    await requests[0]?.answer([9]);
    show(null);
    expect(requests).toHaveLength(1);
    expect(pages()).toMatchObject({ state: "ready", items: [9] });
  });

  it("[HV10] an older page is asked for once, below the last one", async () => {
    const { requests, pages, loadMore } = list(1);
    loadMore();
    expect(requests).toHaveLength(1);
    await requests[0]?.answer([9, 8]);
    loadMore();
    loadMore();
    expect(requests.map(({ before }) => before)).toEqual([null, 8]);
    expect(pages().loadingMore).toBe(true);
    await requests[1]?.answer([7], false);
    expect(pages()).toMatchObject({ items: [9, 8, 7], more: false, loadingMore: false });
  });

  it("[HV7] a failure has Sync's status, or none, and a retry reads the newest page again", async () => {
    const { requests, pages, loadMore, retry } = list(1);
    await requests[0]?.fail(new SyncProblem(403, 54_007, "no"));
    expect(pages()).toMatchObject({ state: "failed", status: 403 });
    retry();
    await requests[1]?.answer([9, 8]);
    expect(pages()).toMatchObject({ state: "ready", status: 200 });
    loadMore();
    await requests[2]?.fail(new Error("lost"));
    expect(pages()).toMatchObject({ state: "failed", status: 0, items: [9, 8], loadingMore: false });
  });

  it("[HV10] the answer to an earlier request for the newest page is ignored", async () => {
    const { requests, pages, show } = list(1);
    show(2);
    await requests[1]?.answer([10, 9]);
    await requests[0]?.answer([5], false);
    expect(pages()).toMatchObject({ items: [10, 9], version: 2 });
    show(3);
    show(4);
    await requests[2]?.fail(new Error("lost"));
    expect(pages().state).toBe("ready");
    await requests[3]?.answer([10, 9]);
    expect(pages().version).toBe(4);
  });

  it.each<[string, (request: Request | undefined) => Promise<void> | undefined]>([
    ["an answer", (request) => request?.answer([1])],
    ["a failure", (request) => request?.fail(new Error("lost"))],
  ])("[HV10] %s after the list is left changes nothing", async (_case, arrives) => {
    const told = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const first = list(1);
    first.unmount();
    await arrives(first.requests[0]);
    const second = list(1);
    await second.requests[0]?.answer([9, 8]);
    second.loadMore();
    second.unmount();
    await arrives(second.requests[1]);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });
});
