/** Figures as rows of three boxes, and what they come to. Pure. */
import type { LabelledFigure } from '../display/figure';

export interface FigureRow {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

export const emptyRow: FigureRow = { label: '', value: '', unit: '' };

export interface FigureProblem {
  /** `figures.1.value` */
  readonly path: string;
  readonly message: string;
}

/** The rows that say something, without spaces around. */
export function filledFigureRows(rows: readonly FigureRow[]): FigureRow[] {
  return rows
    .map(({ label, value, unit }) => ({ label: label.trim(), value: value.trim(), unit: unit.trim() }))
    .filter((row) => row.label || row.value || row.unit);
}

/** What is wrong with the rows, by their place. Rows without any text are no problem. */
export function figureRowProblems(rows: readonly FigureRow[], name = 'figures'): FigureProblem[] {
  return rows.flatMap((written, index): FigureProblem[] => {
    const [row] = filledFigureRows([written]);
    if (!row) return [];
    const problems: FigureProblem[] = [];
    if (!row.label) problems.push({ path: `${name}.${index}.label`, message: `Say what figure ${index + 1} counts` });
    if (!row.value)
      problems.push({ path: `${name}.${index}.value`, message: `Enter a number for ${nameOf(row, index)}` });
    else if (numberIn(row.value) === null) {
      problems.push({
        path: `${name}.${index}.value`,
        message: `Enter ${nameOf(row, index)} as a number, such as 412 or 12.5`,
      });
    }
    return problems;
  });
}

/** The figures of rows without problems. A per cent sign written with the number becomes its unit. */
export function figuresOf(rows: readonly FigureRow[]): (LabelledFigure & { readonly unit: string | null })[] {
  return rows.flatMap(({ label, value, unit }) => {
    const number = numberIn(value);
    if (number === null) return [];
    return [{ label, value: number, unit: unit || (value.endsWith('%') ? '%' : null) }];
  });
}

/** Rows for figures that were recorded. */
export function figureRowsOf(
  figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[],
): FigureRow[] {
  return figures.map(({ label, value, unit }) => ({ label, value: String(value), unit: unit ?? '' }));
}

/** Reads 412, 1,200, 12.5, -3 and 40%; null for anything else. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(/%$/, '').trim();
  if (!/^[-−]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return null;
  const number = Number(plain.replaceAll(',', '').replace('−', '-'));
  return Number.isFinite(number) ? number : null;
}

function nameOf({ label }: FigureRow, index: number): string {
  return label ? `“${label}”` : `figure ${index + 1}`;
}
