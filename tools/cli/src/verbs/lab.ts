import { IndexlabError } from '@indexlab/core';
import { openLab } from '@indexlab/notebook-runner';
import type { Verb } from './verb.js';

/** `lab`: opens Jupyter with this workspace's TypeScript kernel. */
export const lab: Verb = {
  declare: (program) =>
    program
      .command('lab')
      .description("open Jupyter with this workspace's TypeScript kernel")
      .option('--port <port>', 'the port of Jupyter')
      .option('--no-browser', 'open no browser'),
  async act({ options }) {
    const port = options.port === undefined ? undefined : Number(options.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new IndexlabError(`lab requires a port from 1 to 65535, got ${JSON.stringify(options.port)}`);
    }
    return (await openLab({ ...(port !== undefined && { port }), browser: options.browser !== false })) === 0;
  },
};
