import { fork, type ChildProcess } from "node:child_process";

/** A process that answers messages, one at a time and in order. */
export class Talking<Ask, Report extends { readonly type: string }> {
  private readonly child: ChildProcess;
  private readonly waiting: ((report: Report) => void)[] = [];

  /** @param file its path; tsx runs TypeScript */
  constructor(file: string, args: readonly string[] = [], flags: readonly string[] = []) {
    this.child = fork(file, [...args], {
      execArgv: [...(file.endsWith(".ts") ? ["--import", "tsx"] : []), ...flags],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.child.on("message", (report: Report) => this.waiting.shift()?.(report));
    this.child.on("exit", (code) => {
      if (code !== null && code !== 0) throw new Error(`${file} ended with ${code}`);
    });
  }

  /** Its next message of that type. */
  receive<K extends Report["type"]>(type: K): Promise<Extract<Report, { readonly type: K }>> {
    return new Promise((resolve, reject) => {
      this.waiting.push((report) => {
        if (report.type === type) resolve(report as Extract<Report, { readonly type: K }>);
        else reject(new Error(`expected ${type}, received ${report.type}`));
      });
    });
  }

  request<K extends Report["type"]>(message: Ask, type: K): Promise<Extract<Report, { readonly type: K }>> {
    const answer = this.receive(type);
    this.child.send(message as object);
    return answer;
  }

  stop(): void {
    this.child.kill();
  }
}
