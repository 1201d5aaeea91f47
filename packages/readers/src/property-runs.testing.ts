/** Of the runs of a long property `npm test` makes a fifth, `npm run test:slow` all. */
export function propertyRuns(all: number): number {
  return process.env.INDEXLAB_TESTS === 'slow' ? all : Math.ceil(all / 5);
}
