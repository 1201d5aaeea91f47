import type { Verb } from './verb.js';

/** A verb as the command's help lists it. What it needs is loaded when it is called, and nothing else. */
export interface VerbEntry {
  readonly name: string;
  readonly description: string;
  /** The verb, or the verbs below its name. */
  load(): Promise<readonly Verb[]>;
}

/** Every verb of the command, in the order of its help. */
export const verbs: readonly VerbEntry[] = [
  {
    name: 'reproduce',
    description: 'rebuild the reports that have claims, compute every finding, print the scoreboard',
    load: async () => [(await import('./reproduce.js')).reproduce],
  },
  {
    name: 'findings',
    description: 'the ledger: a verdict per published number',
    load: async () => [(await import('./findings.js')).findings, (await import('./findings-show.js')).findingsShow],
  },
  {
    name: 'review',
    description: 'judge the dossier of a report: every claim, every table',
    load: async () => [(await import('./review.js')).review],
  },
  {
    name: 'tables',
    description: 'list the published tables, or print one',
    load: async () => [(await import('./tables.js')).tables],
  },
  {
    name: 'places',
    description: 'find places in the gazetteer',
    load: async () => [(await import('./places.js')).places],
  },
  {
    name: 'load',
    description: 'read a file and say what was assumed and changed',
    load: async () => [(await import('./load.js')).load],
  },
  {
    name: 'audit',
    description: 'find what is wrong in a table: repeats, ranks, order, sums, shares',
    load: async () => [(await import('./audit.js')).audit],
  },
  {
    name: 'init',
    description: 'start a specification from a table, or a dossier',
    load: async () => [(await import('./init-spec.js')).initSpec, (await import('./init-review.js')).initReview],
  },
  {
    name: 'build',
    description: 'build an index from a specification and data',
    load: async () => [(await import('./build.js')).build],
  },
  {
    name: 'simulate',
    description: 'simulate the indicators behind printed scores',
    load: async () => [(await import('./simulate.js')).simulate],
  },
  {
    name: 'explain',
    description: 'explain why a unit stands where it does',
    load: async () => [(await import('./explain.js')).explain],
  },
  {
    name: 'recover',
    description: 'recover the weights behind a published total',
    load: async () => [(await import('./recover.js')).recover],
  },
  {
    name: 'extract',
    description: 're-read a report text into its tables',
    load: async () => [(await import('./extract.js')).extract],
  },
  {
    name: 'regress',
    description: 'least squares for a formula, with the standard errors asked for',
    load: async () => [(await import('./regress.js')).regress],
  },
  {
    name: 'moderate',
    description: 'moderation: centred interaction, simple slopes, Johnson-Neyman region',
    load: async () => [(await import('./moderate.js')).moderate],
  },
  {
    name: 'panel',
    description: 'panel regression: first differences, fixed or random effects',
    load: async () => [(await import('./panel.js')).panel],
  },
  {
    name: 'correlate',
    description: 'correlations with p-values and intervals',
    load: async () => [(await import('./correlate.js')).correlate],
  },
  { name: 'cluster', description: 'k-means tiers', load: async () => [(await import('./cluster.js')).cluster] },
  {
    name: 'inequality',
    description: 'Gini, Theil and other measures, and their decompositions over groups',
    load: async () => [(await import('./inequality.js')).inequality],
  },
  {
    name: 'notebooks',
    description: 'execute and check the notebooks',
    load: async () => {
      const { notebooksRun, notebooksCheck } = await import('./notebooks.js');
      return [notebooksRun, notebooksCheck];
    },
  },
  {
    name: 'lab',
    description: "open Jupyter with this workspace's TypeScript kernel",
    load: async () => [(await import('./lab.js')).lab],
  },
  {
    name: 'doctor',
    description: 'check Node, kernel, fonts and Jupyter, and say how to mend each',
    load: async () => [(await import('./doctor.js')).doctor],
  },
];
