/** A statistic of a sample: of rows, numbers, names of units, whatever a sample is made of. */
export type Statistic<Unit> = (sample: readonly Unit[]) => number;
