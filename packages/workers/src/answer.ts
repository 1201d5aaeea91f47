/** A batch function, by the module that exports it: a function itself cannot cross to another thread. */
export interface BatchFunction {
  /** Address of the module: `import.meta.url` of a file, or a URL in a browser. */
  readonly module: string;
  /** Name of the exported function. */
  readonly name: string;
}

/** What a worker is asked. */
export interface Question {
  readonly task: BatchFunction;
  /** The arguments of the function. */
  readonly input: readonly unknown[];
}

/** What a worker answers. */
export type Answer = { readonly output: unknown } | { readonly error: string };

/** Computes one batch. Runs inside a worker, or in place where there is only one core. */
export async function answer({ task, input }: Question): Promise<Answer> {
  try {
    const module = (await import(task.module)) as Record<string, unknown>;
    const compute = module[task.name];
    if (typeof compute !== 'function') return { error: `${task.module} exports no function "${task.name}"` };
    return { output: await (compute as (...input: readonly unknown[]) => unknown)(...input) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
