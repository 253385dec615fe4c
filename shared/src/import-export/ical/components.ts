import { type ContentLine, valueOf } from "./content-lines";

/** A component: the lines between BEGIN and END, and nested components. */
export interface Component {
  readonly line: number;
  /** Upper case. */
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly children: readonly Component[];
  /** Whether its END exists. */
  readonly complete: boolean;
}

interface Open {
  readonly line: number;
  readonly name: string;
  readonly lines: ContentLine[];
  readonly children: Component[];
}

const MAX_DEPTH = 10;

/** Nests the lines of a file. Ignores an END without BEGIN; components without END end with the file. */
export function components(lines: readonly ContentLine[]): readonly Component[] {
  const root: Open = { line: 0, name: "", lines: [], children: [] };
  const stack: Open[] = [root];
  const close = (complete: boolean): void => {
    const done = stack.pop();
    if (done !== undefined) stack[stack.length - 1]?.children.push({ ...done, complete });
  };
  for (const content of lines) {
    const name = valueOf(content.text).toUpperCase();
    if (content.name === "BEGIN") {
      if (stack.length < MAX_DEPTH) stack.push({ line: content.line, name, lines: [], children: [] });
    } else if (content.name === "END") {
      const at = stack.map((open) => open.name).lastIndexOf(name);
      if (at > 0) {
        while (stack.length > at + 1) close(false);
        close(true);
      }
    } else stack[stack.length - 1]?.lines.push(content);
  }
  while (stack.length > 1) close(false);
  return root.children;
}
