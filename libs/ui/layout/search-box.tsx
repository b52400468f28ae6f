/** Search: a form that goes to an address with the words in it. Nothing happens while typing. */
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';

interface SearchBoxProps {
  /** Where the words go, as `q`. */
  readonly action: string;
  readonly label: string;
  readonly initial?: string;
  readonly id: string;
  readonly place?: 'page' | 'header';
}

/** In the header it wears the header's own classes; the label is hidden there. */
export function SearchBox({ action, label, initial = '', id, place = 'page' }: SearchBoxProps) {
  const navigate = useNavigate();
  const [words, setWords] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${action}?q=${encodeURIComponent(words.trim())}`);
  };
  return (
    <search className={place === 'header' ? 'nhsuk-header__search' : undefined}>
      <form
        className={place === 'header' ? 'nhsuk-header__search-form' : undefined}
        action={action}
        onSubmit={submit}
        noValidate
      >
        <div className={`nhsuk-form-group${place === 'page' ? ' nhsuk-search-input nhsuk-search-input--large' : ''}`}>
          <label className={`nhsuk-label${place === 'header' ? ' nhsuk-u-visually-hidden' : ''}`} htmlFor={id}>
            {label}
          </label>
          <div className={`nhsuk-input-wrapper${place === 'page' ? ' nhsuk-search-input__wrapper' : ''}`}>
            <input
              className={`nhsuk-input${place === 'page' ? ' nhsuk-search-input__input' : ''}`}
              id={id}
              name="q"
              type="search"
              autoComplete="off"
              placeholder={place === 'header' ? 'Search' : undefined}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <button
              className={`nhsuk-button nhsuk-button--small${place === 'page' ? ' nhsuk-search-input__button' : ''}`}
              type="submit"
              aria-label="Search"
            >
              <SearchIcon />
            </button>
          </div>
        </div>
      </form>
    </search>
  );
}

function SearchIcon() {
  return (
    <svg
      className="nhsuk-icon nhsuk-icon--search"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      focusable="false"
      aria-hidden="true"
    >
      <circle cx="10.5" cy="10.5" r="6" fill="none" stroke="currentcolor" strokeWidth="2.5" />
      <path d="M15 15l5 5" stroke="currentcolor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
