/** Reads Chromium's trace for the main thread of the busiest page. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** With this category a trace has an event for each task. */
export const TRACED: readonly string[] = ["toplevel"];

export interface MainThread {
  /** ms of processor time of all tasks; unlike durations, it excludes the load of other processes. */
  readonly cpuMs: number;
  readonly longestCpuMs: number;
}

export function mainThread(trace: Buffer): MainThread {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const renderers = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  const threads = new Map<string, { cpuMs: number; longestCpuMs: number }>();
  for (const event of traceEvents) {
    if (event.ph !== "X" || !event.name.endsWith("RunTask") || !renderers.has(threadOf(event))) continue;
    const ms = (event.tdur ?? 0) / 1000;
    const thread = threads.get(threadOf(event)) ?? { cpuMs: 0, longestCpuMs: 0 };
    threads.set(threadOf(event), {
      cpuMs: thread.cpuMs + ms,
      longestCpuMs: Math.max(thread.longestCpuMs, ms),
    });
  }
  return [...threads.values()].sort((a, b) => b.cpuMs - a.cpuMs)[0] ?? { cpuMs: 0, longestCpuMs: 0 };
}
