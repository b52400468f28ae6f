/** Filters as a form with an Apply button. What was chosen is listed above the results; each is a link that removes it. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Checkboxes } from '../form/choices';

export interface Filter {
  /** The name in the address: `?model=MCP&model=UEC`. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface FilterPanelProps {
  readonly filters: readonly Filter[];
  /** More fields, for what is not a list of choices. They must put themselves into the address. */
  readonly children?: ReactNode;
}

/** Reads and writes the address; applying starts again at the first page. On a phone the form is behind one button. */
export function FilterPanel({ filters, children }: FilterPanelProps) {
  const { pathname, search } = useLocation();
  return (
    <>
      <FilterForm key={search} {...{ filters, pathname, search }}>
        {children}
      </FilterForm>
      <ChosenFilters filters={filters} />
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

interface FilterFormProps extends FilterPanelProps {
  readonly pathname: string;
  readonly search: string;
}

function FilterForm({ filters, children, pathname, search }: FilterFormProps) {
  const navigate = useNavigate();
  const [values, setValues] = useState(() => chosenFilters(filters, search));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${pathname}${addressOf(filters, values, search)}`);
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
        {children}
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Apply filters
        </button>
      </form>
    </details>
  );
}

function ChosenFilters({ filters }: { readonly filters: readonly Filter[] }) {
  const { pathname, search } = useLocation();
  const chosen = chosenFilters(filters, search);
  const links = filters.flatMap(({ name, label, choices }) =>
    choices
      .filter((choice) => chosen[name]?.includes(choice.value))
      .map((choice) => ({
        key: `${name} ${choice.value}`,
        words: choice.label,
        label,
        to: `${pathname}${addressOf(filters, { ...chosen, [name]: (chosen[name] ?? []).filter((value) => value !== choice.value) }, search)}`,
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

function addressOf(filters: readonly Filter[], values: Record<string, readonly string[]>, search: string): string {
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
