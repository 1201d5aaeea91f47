import type { Answer, Question } from './answer.js';

/** One worker: answers one question at a time. */
export interface OpenWorker {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

/** Opens a worker of this environment. An idle one does not keep a Node process alive. */
export async function openWorker(): Promise<OpenWorker> {
  return 'process' in globalThis && process.versions?.node !== undefined ? openNodeWorker() : openBrowserWorker();
}

async function openNodeWorker(): Promise<OpenWorker> {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(new URL('./node-worker.js', import.meta.url));
  worker.unref();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void): void => {
          worker.off('message', onMessage).off('error', onError).off('exit', onExit);
          worker.unref();
          finish();
        };
        const onMessage = (reply: Answer): void => settle(() => resolve(reply));
        const onError = (error: Error): void => settle(() => reject(error));
        const onExit = (code: number): void => settle(() => reject(new Error(`a worker ended with status ${code}`)));
        worker.ref();
        worker.on('message', onMessage).on('error', onError).on('exit', onExit);
        worker.postMessage(question);
      }),
    close: () => void worker.terminate(),
  };
}

async function openBrowserWorker(): Promise<OpenWorker> {
  const worker = new Worker(new URL('./browser-worker.js', import.meta.url), { type: 'module' });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(question);
      }),
    close: () => worker.terminate(),
  };
}
