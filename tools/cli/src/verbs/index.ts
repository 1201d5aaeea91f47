import { audit } from './audit.js';
import { build } from './build.js';
import { cluster } from './cluster.js';
import { correlate } from './correlate.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { extract } from './extract.js';
import { findings } from './findings.js';
import { inequality } from './inequality.js';
import { lab } from './lab.js';
import { load } from './load.js';
import { moderate } from './moderate.js';
import { notebooksCheck, notebooksRun } from './notebooks.js';
import { panel } from './panel.js';
import { places } from './places.js';
import { recover } from './recover.js';
import { regress } from './regress.js';
import { reproduce } from './reproduce.js';
import { tables } from './tables.js';
import type { Verb } from './verb.js';

/** Every verb of the command, in the order of its help. */
export const verbs: readonly Verb[] = [
  reproduce,
  findings,
  tables,
  places,
  load,
  audit,
  build,
  explain,
  recover,
  extract,
  regress,
  moderate,
  panel,
  correlate,
  cluster,
  inequality,
  notebooksRun,
  notebooksCheck,
  lab,
  doctor,
];
