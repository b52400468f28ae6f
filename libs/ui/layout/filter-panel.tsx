/** Filters as a form with an Apply button. What was chosen is listed above the results; each is a link that removes it. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Checkboxes } from '../form/choices';
import { startOfDay } from '../form/day';
import { TextField } from '../form/text-field';
import { formatDate } from '../text/dates';

export interface Filter {
  /** The name in the address: `?model=MCP&model=UEC`. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A day that things are narrowed to from, or up to: `?from=2016-03-05`. */
export interface DayFilter {
  readonly name: string;
  readonly label: string;
}

interface FilterPanelProps {
  readonly filters: readonly Filter[];
  readonly days?: readonly DayFilter[];
  /** More fields, for what is not a list of choices. They must put themselves into the address. */
  readonly children?: ReactNode;
}

/** Reads and writes the address; applying starts again at the first page. On a phone the form is behind one button. */
export function FilterPanel({ filters, days = [], children }: FilterPanelProps) {
  const { pathname, search } = useLocation();
  return (
    <>
      <FilterForm key={search} {...{ filters, days, pathname, search }}>
        {children}
      </FilterForm>
      <ChosenFilters filters={filters} days={days} />
    </>
  );
}

/** The values of each filter in the address, checked against its choices. */
export function chosenFilters(filters: readonly Filter[], search: string): Record<string, string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    filters.map(({ name, choices }) => [
      name,
      params.getAll(name).filter((value) => choices.some((choice) => choice.value === value)),
    ]),
  );
}

/** The days in the address; what is no day is none. */
export function chosenDays(days: readonly DayFilter[], search: string): Record<string, string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    days.map(({ name }) => [
      name,
      params
        .getAll(name)
        .filter((day) => startOfDay(day) !== null)
        .slice(0, 1),
    ]),
  );
}

interface FilterFormProps extends FilterPanelProps {
  readonly days: readonly DayFilter[];
  readonly pathname: string;
  readonly search: string;
}

function FilterForm({ filters, days, children, pathname, search }: FilterFormProps) {
  const navigate = useNavigate();
  const [values, setValues] = useState(() => ({ ...chosenFilters(filters, search), ...chosenDays(days, search) }));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${pathname}${addressOf([...filters, ...days], values, search)}`);
  };
  return (
    <details className="nhsuk-details nhsuk-expander hub-filters hub-no-print">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Filter</span>
      </summary>
      <form className="nhsuk-details__text" onSubmit={apply} noValidate>
        {filters.map(({ name, label, choices }) => (
          <Checkboxes
            key={name}
            small
            {...{ name, label, choices }}
            values={values[name] ?? []}
            onChange={(chosen) => setValues({ ...values, [name]: chosen })}
          />
        ))}
        {days.map(({ name, label }) => (
          <TextField
            key={name}
            {...{ name, label }}
            type="date"
            className="nhsuk-input--width-10"
            value={values[name]?.[0] ?? ''}
            onChange={(day) => setValues({ ...values, [name]: day ? [day] : [] })}
          />
        ))}
        {children}
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Apply filters
        </button>
      </form>
    </details>
  );
}

function ChosenFilters({ filters, days }: Required<Pick<FilterPanelProps, 'filters' | 'days'>>) {
  const { pathname, search } = useLocation();
  const chosen = { ...chosenFilters(filters, search), ...chosenDays(days, search) };
  const onDays = days.map(({ name, label }) => ({
    ...{ name, label },
    choices: (chosen[name] ?? []).map((value) => ({ value, label: formatDate(startOfDay(value) ?? value) })),
  }));
  const all = [...filters, ...onDays];
  const links = all.flatMap(({ name, label, choices }) =>
    choices
      .filter((choice) => chosen[name]?.includes(choice.value))
      .map((choice) => ({
        key: `${name} ${choice.value}`,
        words: choice.label,
        label,
        to: `${pathname}${addressOf(all, { ...chosen, [name]: (chosen[name] ?? []).filter((value) => value !== choice.value) }, search)}`,
      })),
  );
  if (links.length === 0) return null;
  return (
    <div className="hub-chosen">
      <h2 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1">Chosen filters</h2>
      <ul className="nhsuk-list">
        {links.map((link) => (
          <li key={link.key}>
            {link.label}: {link.words}{' '}
            <Link to={link.to} className="hub-no-print">
              Remove<span className="nhsuk-u-visually-hidden"> {link.words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function addressOf(
  filters: readonly { readonly name: string }[],
  values: Record<string, readonly string[]>,
  search: string,
): string {
  const params = new URLSearchParams(search);
  params.delete('after');
  params.delete('before');
  for (const { name } of filters) {
    params.delete(name);
    for (const value of values[name] ?? []) params.append(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
