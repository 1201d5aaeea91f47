/** The relations of two numbers, texts or lists; `in` is membership. */
export type Relation = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'in';

/** An expression of the language, with the offset at which it starts. */
export type Expression = { readonly at: number } & (
  | { readonly kind: 'number'; readonly token: string; readonly percent: boolean }
  | { readonly kind: 'name'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly items: readonly Name[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly by: Name | null }
  | { readonly kind: 'column'; readonly of: Expression; readonly column: Name }
  | ({ readonly kind: 'rows'; readonly of: Expression } & Rows)
  | { readonly kind: 'negative' | 'not'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  /** `first relation then, …`: a chain such as `25 <= index < 50`; without a first, membership of the row itself. */
  | { readonly kind: 'compare'; readonly first: Expression | null; readonly rest: readonly Comparison[] }
);

export interface Name {
  readonly name: string;
  readonly at: number;
}

export interface Comparison {
  readonly relation: Relation;
  readonly right: Expression;
}

/** Which rows of a table: by rank, line or name, all, or where a condition holds. */
export interface Rows {
  readonly rows: readonly RowChoice[];
  readonly all: boolean;
  readonly where: Expression | null;
}

export type RowChoice =
  | { readonly kind: 'rank'; readonly from: number; readonly to: number; readonly range: boolean; readonly at: number }
  | { readonly kind: 'line'; readonly line: number; readonly at: number }
  | { readonly kind: 'last'; readonly count: number; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number };

/** What is wrong in an expression, and where. */
export class ExpressionProblem extends Error {
  readonly at: number;
  readonly remedy: string | undefined;

  constructor(message: string, at: number, remedy?: string) {
    super(message);
    this.name = 'ExpressionProblem';
    this.at = at;
    this.remedy = remedy;
  }
}

/** What the printed tables or their digits do not give: the claim may be well written, and the row says what is missing. */
export class TableGap extends ExpressionProblem {
  constructor(message: string, at: number, remedy?: string) {
    super(message, at, remedy);
    this.name = 'TableGap';
  }
}
