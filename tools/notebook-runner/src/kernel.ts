import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { IndexlabError } from '@indexlab/core';
import { Dealer, Subscriber } from 'zeromq';
import { endWithProcess } from '@indexlab/adapters/files';
import { kernelCommand } from './kernel-spec.js';
import { decodeMessage, encodeRequest, type Message } from './wire.js';

/** What the kernel said while it executed some code. */
export interface Execution {
  readonly ok: boolean;
  /** Messages about outputs, in order. */
  readonly outputs: readonly Message[];
  /** Whether some of them came after the code had ended. */
  readonly late: boolean;
  /** Promises that were rejected and that nobody awaited. */
  readonly rejections: readonly string[];
}

/** How the kernel ended. */
export interface Ending {
  readonly rejections: readonly string[];
  /** What the process wrote outside of any cell. */
  readonly written: string;
  /** Whether something kept the process alive after its sockets were closed. */
  readonly leftRunning: boolean;
}

const watchUrl = new URL('../preload/kernel-watch.mjs', import.meta.url).href;
const channels = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;

/** A fresh tslab kernel in a process of its own. */
export class Kernel {
  /** What the kernel says of its language, for a notebook's metadata. */
  languageInfo: unknown = undefined;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #key: string;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0 });
  readonly #iopub = new Subscriber({ linger: 0 });
  readonly #listeners = new Map<string, (message: Message) => void>();
  readonly #died: Promise<never>;
  readonly #release: () => void;
  #rejections: string[] = [];
  #done: () => void = () => undefined;
  #written = '';

  private constructor(child: ChildProcess, folder: string, key: string, ports: readonly number[]) {
    this.#process = child;
    this.#folder = folder;
    this.#key = key;
    this.#shell.connect(`tcp://127.0.0.1:${ports[channels.indexOf('shell')]}`);
    this.#iopub.connect(`tcp://127.0.0.1:${ports[channels.indexOf('iopub')]}`);
    this.#iopub.subscribe();
    void this.#listen(this.#shell);
    void this.#listen(this.#iopub);
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (text: Buffer) => (this.#written += text.toString()));
    child.on('message', (report: { rejection?: string }) => {
      if (report.rejection === undefined) this.#done();
      else this.#rejections.push(report.rejection);
    });
    this.#release = endWithProcess(() => {
      endGroup(child);
      rmSync(folder, { recursive: true, force: true });
    });
    child.once('exit', () => endGroup(child));
    this.#died = once(child, 'close').then(([status, signal]) => {
      throw new IndexlabError(
        `the kernel ended by itself, with ${status === null ? `signal ${signal}` : `status ${status}`}${lastWords(this.#written)}`,
      );
    });
    this.#died.catch(() => undefined); // Read only by those who wait for the kernel.
  }

  /**
   * Starts a kernel and waits until it answers.
   *
   * @param folder where its code runs: relative paths and packages are looked up from here
   * @throws IndexlabError when it does not answer within five minutes
   */
  static async start(folder: string): Promise<Kernel> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await Kernel.#startOnce(folder);
      } catch (error) {
        const portTaken = /EADDRINUSE|Address already in use/i.test(String(error));
        if (!portTaken || attempt === 3) throw error;
      }
    }
  }

  static async #startOnce(folder: string): Promise<Kernel> {
    const connectionFolder = mkdtempSync(join(tmpdir(), 'indexlab-kernel-'));
    const connectionFile = join(connectionFolder, 'connection.json');
    const ports = await freePorts(channels.length);
    const key = randomUUID();
    const connection = { transport: 'tcp', ip: '127.0.0.1', key, signature_scheme: 'hmac-sha256' };
    writeFileSync(
      connectionFile,
      JSON.stringify({
        ...connection,
        ...Object.fromEntries(channels.map((name, index) => [`${name}_port`, ports[index]])),
      }),
    );
    const [node, ...args] = kernelCommand(connectionFile);
    const child = spawn(node!, ['--import', watchUrl, ...args], {
      cwd: folder,
      detached: process.platform !== 'win32', // a group of its own, which ends with all that its cells started
      env: kernelEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const kernel = new Kernel(child, connectionFolder, key, ports);
    try {
      await kernel.#answer();
      return kernel;
    } catch (error) {
      await kernel.kill();
      throw error;
    }
  }

  /**
   * Executes code and waits until it has ended and what it left running has settled.
   *
   * @param seconds how long it may take; afterwards the kernel is killed
   * @throws IndexlabError when it takes longer, or the kernel ends
   */
  async execute(code: string, seconds: number): Promise<Execution> {
    const outputs: Message[] = [];
    const request = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    };
    const reply = await this.#within(
      this.#request('execute_request', request, (message) => outputs.push(message)),
      seconds,
    );
    const inTime = outputs.length;
    await this.#settle();
    const rejections = this.#rejections;
    this.#rejections = [];
    return { ok: reply['status'] === 'ok', outputs, late: outputs.length > inTime, rejections };
  }

  /** Ends the kernel and waits until all that its cells started is done. */
  async stop(): Promise<Ending> {
    await this.#ask('end');
    const closed = this.#died.catch(() => true);
    await Promise.race([closed, this.#request('shutdown_request', { restart: false })]);
    const leftRunning = (await Promise.race([closed, delay(5000, false, { ref: false })])) === false;
    await this.kill();
    return { rejections: this.#rejections, written: this.#written, leftRunning };
  }

  /** Ends the kernel at once. */
  async kill(): Promise<void> {
    endGroup(this.#process);
    await this.#died.catch(() => undefined);
    this.#shell.close();
    this.#iopub.close();
    rmSync(this.#folder, { recursive: true, force: true });
    this.#release();
  }

  /** Asks until an answer comes on both channels: what a publisher says before we hear it is lost. */
  async #answer(): Promise<void> {
    for (let attempt = 0; attempt < 1500; attempt++) {
      const info = this.#request('kernel_info_request', {});
      const content = await Promise.race([info, this.#died, delay(200)]);
      if (this.#rejections.length > 0) throw new IndexlabError(`the kernel does not start: ${this.#rejections[0]}`);
      if (!content) continue;
      this.languageInfo = content['language_info'];
      return;
    }
    throw new IndexlabError('the kernel does not answer', { remedy: 'Run "npx indexlab doctor".' });
  }

  /** Waits for what is left running, then for the messages about it: they come in order, so any later answer will do. */
  async #settle(): Promise<void> {
    await this.#ask('settle');
    await Promise.race([this.#request('kernel_info_request', {}), this.#died]);
  }

  /** Asks the watch in the kernel's process, on a channel of its own. */
  async #ask(request: 'settle' | 'end'): Promise<void> {
    const done = new Promise<void>((resolve) => (this.#done = resolve));
    this.#process.send(request, () => undefined); // A process that is gone is noticed below.
    await Promise.race([done, this.#died]);
  }

  /** Sends a request; resolves when it is both answered and finished. Outputs go to the listener even afterwards. */
  async #request(
    type: string,
    content: object,
    onOutput: (message: Message) => void = () => undefined,
  ): Promise<Message['content']> {
    const { id, frames } = encodeRequest(this.#key, this.#session, type, content);
    return new Promise((resolve, reject) => {
      let reply: Message['content'] | undefined;
      let idle = false;
      this.#listeners.set(id, (message) => {
        if (message.type === 'status') idle ||= message.content['execution_state'] === 'idle';
        else if (message.type.endsWith('_reply')) reply = message.content;
        else onOutput(message);
        if (reply && idle) resolve(reply);
      });
      this.#shell.send(frames).catch(reject);
    });
  }

  async #listen(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      const message = decodeMessage(this.#key, frames);
      if (message.parent !== undefined) this.#listeners.get(message.parent)?.(message);
    }
  }

  async #within<T>(work: Promise<T>, seconds: number): Promise<T> {
    const stop = new AbortController();
    const late = delay(1000 * seconds, 'late' as const, { signal: stop.signal }).catch(() => 'late' as const);
    const first = await Promise.race([work.then((value) => ({ value })), this.#died, late]).finally(() => stop.abort());
    if (first !== 'late') return first.value;
    await this.kill();
    throw new IndexlabError(`it did not end within ${seconds} seconds`);
  }
}

/** Ends a kernel and whatever its cells started that still runs. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

/** What the process wrote before it ended, without the traces of the machine below. */
function lastWords(written: string): string {
  if (/heap out of memory/.test(written)) return ': it ran out of memory';
  const words = written.split(/^(?:-----|<---|#|FATAL)/m)[0]!.trim();
  return words === '' ? '' : `:\n${words}`;
}

/** The same language, time zone and lack of colours everywhere, so that outputs are the same. */
function kernelEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NO_COLOR: '1',
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    LC_ALL: 'en_US.UTF-8',
  };
  delete environment['FORCE_COLOR']; // Node warns when both are set.
  return environment;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
