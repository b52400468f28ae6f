/** Narrows a list to what holds some words. The words are in the address beside the other filters. */
import { useState, type FormEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';

interface WordsFilterProps {
  /** "Words in the title or summary". */
  readonly label: string;
  /** The name in the address. */
  readonly name?: string;
}

/** A form that starts again at the first page of the list. Nothing happens while typing. */
export function WordsFilter({ label, name = 'text' }: WordsFilterProps) {
  const { search } = useLocation();
  return <WordsForm key={search} {...{ label, name }} />;
}

function WordsForm({ label, name }: Required<WordsFilterProps>) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const inAddress = new URLSearchParams(search).get(name) ?? '';
  const [words, setWords] = useState(inAddress);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${pathname}${searchWith(search, name, words.trim())}`);
  };
  return (
    <search className="hub-no-print">
      <form onSubmit={apply} noValidate>
        <div className="nhsuk-form-group nhsuk-u-margin-bottom-3">
          <label className="nhsuk-label" htmlFor={`words-${name}`}>
            {label}
          </label>
          <div className="hub-words">
            <input
              className="nhsuk-input"
              id={`words-${name}`}
              name={name}
              type="search"
              autoComplete="off"
              maxLength={200}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
              Find
            </button>
          </div>
          {inAddress && <Link to={`${pathname}${searchWith(search, name, '')}`}>Clear these words</Link>}
        </div>
      </form>
    </search>
  );
}

function searchWith(search: string, name: string, words: string): string {
  const params = new URLSearchParams(search);
  for (const gone of ['after', 'before', name]) params.delete(gone);
  if (words) params.set(name, words);
  const text = params.toString();
  return text ? `?${text}` : '';
}
