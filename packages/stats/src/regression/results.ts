/** One row per coefficient; every model has these columns. */
export interface TermRow {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly pValue: number;
  /** The ends of the confidence interval. */
  readonly lower: number;
  readonly upper: number;
}

/** One row per model. */
export interface ModelRow {
  readonly formula: string;
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualStandardError: number;
  readonly fStatistic: number;
  readonly fPValue: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly errors: string;
}

/** One row per observation. */
export interface ObservationRow {
  /** The row of the data, counted from one. */
  readonly row: number;
  readonly observed: number;
  readonly fitted: number;
  readonly residual: number;
  readonly leverage: number;
  readonly standardisedResidual: number;
  readonly studentisedResidual: number;
  readonly cookDistance: number;
}
