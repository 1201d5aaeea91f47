import {
  assertThat,
  type Data,
  dataSource,
  IndexlabError,
  listNames,
  requireOptions,
  requireText,
} from '@indexlab/core';
import { deviations } from '../descriptive/precise.js';
import { type DoubleColumn, dot, exactColumn } from '../linear-algebra/double-column.js';
import { categoriesOf, countCoefficients, type CountedEffects } from '../regression/counted-coefficients.js';
import { interceptName } from '../regression/design/design-matrix.js';
import { categoriesRemedy, textNotes } from '../regression/design/text-notes.js';
import { type Estimate, estimate } from '../regression/estimate.js';
import { emptyNotes, notes, rowsOf } from '../regression/notes.js';
import { formulaWarnings } from '../regression/formula-warnings.js';
import { sizeWarnings } from '../regression/size-variables.js';
import { readErrorType } from '../regression/standard-errors.js';
import { panelFormula, type PanelFrame, panelFrame } from './panel-frame.js';
import { meanShare, swamyArora, type VarianceComponents } from './random-effects.js';
import { demeaned, differences, entityMeans, stepsOf, twoWayDemeaning } from './transformations.js';

export type PanelMethod = 'first-difference' | 'within' | 'two-way' | 'between' | 'random' | 'pooled';

export interface PanelOptions {
  /** The column of the entities, such as cities. */
  readonly entity: string;
  /** The column of the times, such as years. */
  readonly time: string;
  readonly method: PanelMethod;
  /** `cluster:` the entity's column unless told; heteroskedasticity-robust errors without clusters are not valid in panels. */
  readonly se?: 'classical' | `cluster:${string}`;
  readonly level?: number;
  /** Which effects clustered errors count as coefficients, taken out or in the formula; those `not-nested` in the clusters unless told. */
  readonly countedEffects?: CountedEffects;
}

/** A panel regression. */
export interface Panel extends Omit<Estimate, 'errors'> {
  readonly formula: string;
  readonly outcome: string;
  readonly method: PanelMethod;
  /** The kind of standard errors, the distribution of p-values and its degrees of freedom, in words. */
  readonly errors: string;
  readonly errorDegreesOfFreedom: number;
  readonly level: number;
  readonly entities: number;
  readonly periods: number;
  readonly balanced: boolean;
  /** Steps between an entity's neighbouring rows that are longer than one period. */
  readonly gaps: number;
  readonly missing: number;
  /** One less the residual sum of squares over that of the effects alone; null where no effects are taken out. */
  readonly withinRSquared: number | null;
  /** Of random effects only. */
  readonly components: VarianceComponents | null;
}

interface Transformed {
  readonly apply: (column: DoubleColumn) => DoubleColumn;
  /** The row of each transformed value. */
  readonly rows: readonly number[];
  readonly absorbed: number;
  /** The effects taken out, each row's level. */
  readonly effects: readonly Int32Array[];
  readonly keepsIntercept: boolean;
  readonly components: VarianceComponents | null;
  readonly notes: readonly string[];
}

/**
 * A panel regression of y[i,t] on X[i,t].
 *
 * - `first-difference`: changes from one period to the next; an entity's rows on both sides of a gap in time are not neighbours.
 *   The intercept, unless left out, is the common change per period. R² is that of the changes.
 * - `within`: deviations from the entity's means (fixed effects).
 * - `two-way`: fixed effects of entities and periods, exact in an unbalanced panel.
 * - `between`: the entities' means, each entity one row whatever its periods.
 * - `random`: random effects of the entities, generalised least squares with the variances of Swamy and Arora. R² is the
 *   squared correlation in the transformed rows. P-values and intervals are t's as in the other methods, where plm and Stata take
 *   the normal distribution; `errors` says so.
 * - `pooled`: least squares on the rows as they are.
 *
 * Terms are formed in levels (`log(market)`, interactions) and then transformed. Errors are clustered by entity (CR1: factor
 * G/(G - 1) · (n - 1)/(n - k) with k the coefficients and the effects that are not nested in the clusters, t with G - 1 degrees
 * of freedom); classical ones count all effects taken out as coefficients. Where effects are taken out, R² and F are about
 * different things: R² is that of least squares with an indicator for each effect, `withinRSquared` that of the deviations, and
 * F tests the terms shown. Adjusted R² is 1 - (1 - R²)(n - 1)/(n - coefficients and effects).
 *
 * @param data rows in any order, an entity and a time in each
 * @throws IndexlabError as `regress`, and for two rows of an entity at one time
 *
 * @example
 * const data = { city: ['a', 'a', 'b', 'b', 'c', 'c'], year: [1, 2, 1, 2, 1, 2], x: [1, 2, 3, 5, 2, 5], y: [2, 4, 1, 4, 7, 14] };
 * panel('y ~ x', data, { entity: 'city', time: 'year', method: 'within' }).terms[0].estimate.toFixed(10) // => '2.0714285714'
 *
 * @see R `plm` with `model` "fd", "within", "between", "random" (`random.method = "swar"`), and `vcovHC(type = "sss", cluster = "group")`
 */
export function panel(formula: string, data: Data, options: PanelOptions): Panel {
  requireText(formula, 'panel', 'formula');
  requireOptions(options, 'panel', {
    entity: 'a text',
    time: 'a text',
    method: ['first-difference', 'within', 'two-way', 'between', 'random', 'pooled'],
    se: 'a text',
    level: 'a number',
    countedEffects: ['not-nested', 'all'],
  });
  const { entity, time, method, level = 0.95, countedEffects = 'not-nested' } = options;
  const source = dataSource(data);
  const errorType = readErrorType(options.se ?? `cluster:${entity}`, [...source.columns, entity]);
  assertThat(
    errorType.kind === 'classical' || errorType.kind === 'cluster',
    `panel requires classical or clustered errors, got ${options.se}`,
    "An entity's errors hang together from period to period: cluster by the entity.",
  );
  const model = panelFormula(formula, source, entity, time);
  const rows = panelFrame(model, source, entity, time, errorType.kind === 'cluster' ? errorType.columns : []);
  const { design, frame } = rows;
  const transformed = transform(method, rows, model.intercept);
  const clusters = errorType.kind === 'cluster' ? errorType.columns.map((name) => frame.texts(name)) : null;
  const columns = design.columns
    .filter(({ term }) => term !== interceptName)
    .map(({ term, of, values }) => ({ term, of, values: transformed.apply(values) }));
  if (transformed.keepsIntercept) {
    const one = design.columns[0]!;
    const values =
      method === 'first-difference' || method === 'between'
        ? ones(transformed.rows.length)
        : transformed.apply(one.values);
    columns.unshift({ ...one, values });
  }
  const response = transformed.apply(design.response);
  const ofRows = clusters === null ? null : clusters.map((names) => transformed.rows.map((row) => names[row]!));
  if (method === 'between' && errorType.kind === 'cluster') requireNesting(rows, errorType.columns, clusters!);
  // Differences and quasi-demeaned rows hold no levels any more.
  const levelled = method === 'pooled' || method === 'within' || method === 'two-way';
  const solved = estimate({
    columns,
    response,
    weights: null,
    errorType,
    clusters: ofRows,
    ...(ofRows !== null && {
      counted: (kept) =>
        countCoefficients(
          kept,
          transformed.effects,
          levelled ? categoriesOf(model, frame) : [],
          ofRows,
          countedEffects,
        ),
    }),
    level,
    absorbed: transformed.absorbed,
    rowNumber: (index) => frame.rows[transformed.rows[index]!]! + 1,
    categories: () => categoriesRemedy(model, frame),
  });
  const { errors } = solved;
  const flat = columns.filter(({ values }) => values.high.every((value) => value === 0)).map(({ term }) => term);
  const periods = new Set(rows.period).size;
  return {
    ...solved,
    dropped: [...design.empty.map(({ term }) => term), ...solved.dropped],
    ...(method === 'random' ? squaredCorrelation(solved, response.high) : {}),
    ...(transformed.effects.length > 0 ? withEffects(solved, design.response) : {}),
    formula: model.text,
    outcome: design.responseName,
    method,
    errors:
      method === 'random'
        ? `${errors.description}; plm in R takes the normal distribution instead of t`
        : errors.description,
    errorDegreesOfFreedom: errors.degreesOfFreedom,
    level,
    entities: rows.byEntity.length,
    periods,
    balanced: rows.byEntity.every((own) => own.length === periods),
    gaps: stepsOf(rows).gaps.length,
    missing: frame.missing,
    withinRSquared: transformed.effects.length > 0 ? solved.rSquared : null,
    components: transformed.components,
    warnings: [
      ...notes({ ...solved, dropped: solved.dropped.filter((term) => !flat.includes(term)) }, frame.missing),
      ...flat.map(
        (term) =>
          `${term} was dropped: ${method === 'two-way' ? 'it does not vary besides the effects of entities and periods' : 'it does not vary within entities'}.`,
      ),
      ...emptyNotes(design.empty),
      ...transformed.notes,
      ...rows.notes,
      ...formulaWarnings(model),
      ...textNotes(model, frame),
      ...sizeWarnings(model, frame),
    ],
  };
}

function transform(method: PanelMethod, rows: PanelFrame, intercept: boolean): Transformed {
  const all = Array.from(rows.entity.keys());
  const plain = { rows: all, absorbed: 0, effects: [], keepsIntercept: false, components: null, notes: [] };
  const alone = rows.byEntity.filter((own) => own.length === 1).length;
  const aloneNote =
    alone > 0
      ? [`${alone} of ${rows.byEntity.length} entities have one row and say nothing about changes within entities.`]
      : [];
  switch (method) {
    case 'first-difference': {
      const { steps, gaps } = stepsOf(rows);
      assertThat(steps.length > 0, 'First differences require an entity with two neighbouring periods, got none');
      const gapNote = `${rowsOf(gaps.length).replace('row', 'difference')} across a gap in time left out (${listNames(new Set(gaps))}).`;
      return {
        ...plain,
        apply: (column) => differences(column, steps),
        rows: steps.map(({ row }) => row),
        keepsIntercept: intercept,
        notes: [...aloneNote, ...(gaps.length > 0 ? [gapNote] : [])],
      };
    }
    case 'within':
      return {
        ...plain,
        apply: (column) => demeaned(column, rows),
        absorbed: rows.byEntity.length,
        effects: [rows.entity],
        notes: aloneNote,
      };
    case 'two-way': {
      const { apply, absorbed } = twoWayDemeaning(rows);
      return { ...plain, apply, absorbed, effects: [rows.entity, rows.period], notes: aloneNote };
    }
    case 'between':
      return {
        ...plain,
        apply: (column) => entityMeans(column, rows),
        rows: rows.byEntity.map((own) => own[0]!),
        keepsIntercept: intercept,
        notes: rows.byEntity.every((own) => own.length === rows.byEntity[0]!.length)
          ? []
          : ['Entities have different numbers of periods: each counts as one row.'],
      };
    case 'random': {
      const components = swamyArora(rows);
      const shares = rows.byEntity.map((own) => meanShare(components, own.length));
      return {
        ...plain,
        apply: (column) => demeaned(column, rows, (entity) => shares[entity]!),
        keepsIntercept: intercept,
        components,
        notes:
          components.individual === 0
            ? ['The variance of the effects is estimated as zero: random effects are pooled least squares here.']
            : [],
      };
    }
    case 'pooled':
      return { ...plain, apply: (column) => column, keepsIntercept: intercept };
    default:
      throw unknownMethod(method);
  }
}

function unknownMethod(method: never): IndexlabError {
  return new IndexlabError(
    `panel requires a method of first-difference, within, two-way, between, random or pooled, got "${String(method)}"`,
  );
}

function ones(count: number): DoubleColumn {
  return exactColumn(new Float64Array(count).fill(1));
}

/** Means of entities lie in one cluster only where every row of the entity does. */
function requireNesting(rows: PanelFrame, columns: readonly string[], clusters: readonly string[][]): void {
  columns.forEach((column, i) => {
    const across = rows.byEntity.findIndex((own) => own.some((row) => clusters[i]![row] !== clusters[i]![own[0]!]));
    assertThat(
      across < 0,
      () =>
        `panel requires, between entities, clusters that hold whole entities, got several for ${rows.entityNames[across]} (column "${column}")`,
    );
  });
}

/** R² of least squares with an indicator for each effect. */
function withEffects(solved: Estimate, response: DoubleColumn): Pick<Estimate, 'rSquared' | 'adjustedRSquared'> {
  const { n, degreesOfFreedom, residualSumOfSquares } = solved;
  const centred = deviations(response.high);
  const rSquared = 1 - residualSumOfSquares / dot(centred, centred)[0];
  return { rSquared, adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom };
}

function squaredCorrelation(solved: Estimate, response: Float64Array): Pick<Estimate, 'rSquared' | 'adjustedRSquared'> {
  const { fit, n, degreesOfFreedom } = solved;
  const fitted = response.map((value, row) => value - fit.residuals[row]!);
  const centre = (values: Float64Array): Float64Array => {
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    return values.map((value) => value - mean);
  };
  const [a, b] = [centre(response), centre(fitted)];
  const product = (x: Float64Array, y: Float64Array): number => x.reduce((sum, value, row) => sum + value * y[row]!, 0);
  const rSquared = product(a, b) ** 2 / (product(a, a) * product(b, b));
  return { rSquared, adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom };
}
