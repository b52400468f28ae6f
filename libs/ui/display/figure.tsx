/** Labelled figures as a table with a bar under each label: the words and numbers say all that the bars do. */
import { useId, type ReactNode } from 'react';

export interface LabelledFigure {
  readonly label: string;
  readonly value: number;
  readonly unit?: string | null;
}

/** A figure with its caption. */
export function Figure({ caption, children }: { readonly caption: ReactNode; readonly children: ReactNode }) {
  return (
    <figure className="hub-figure">
      <figcaption className="hub-figure__caption">{caption}</figcaption>
      {children}
    </figure>
  );
}

/** Bars are drawn only where all figures share a unit; else the table stands alone. */
export function BarChart({
  caption,
  figures,
}: {
  readonly caption: string;
  readonly figures: readonly LabelledFigure[];
}) {
  const id = useId();
  const comparable =
    new Set(figures.map((figure) => figure.unit ?? '')).size === 1 && figures.every((figure) => figure.value >= 0);
  const drawsBars = comparable && figures.length > 1;
  const most = Math.max(...figures.map((figure) => figure.value), Number.MIN_VALUE);
  return (
    <Figure caption={<span id={id}>{caption}</span>}>
      <table className="nhsuk-table hub-figure__table" aria-labelledby={id}>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="nhsuk-table__header--numeric">
              Figure
            </th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {figures.map((figure, index) => (
            <tr key={index}>
              <th scope="row" className="hub-figure__label">
                {figure.label}
                {drawsBars && <Bar share={figure.value / most} />}
              </th>
              <td className="nhsuk-table__cell--numeric">{figureWords(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

/** "12 per month", "40%". */
export function figureWords({ value, unit }: LabelledFigure): string {
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  if (!unit) return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** A bar under its own label, as long as its share of the largest. Zero has none. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="hub-bar" viewBox="0 0 100 10" height={12} preserveAspectRatio="none" aria-hidden="true">
      {share > 0 && <rect x={0} y={0} width={Math.max(share * 100, 0.5)} height={10} />}
    </svg>
  );
}
