/** The box for what somebody wants to say. After @ or # it offers the members and things that they may mean. */
import { useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { Announcer, counted, Hidden, LinkButton, TextArea, useFieldId } from '@hub/ui';
import { ReferenceSuggestionsDocument, type ReferenceSuggestionsQuery } from '../writing.generated';
import { nameBefore, withName, type TypedName } from './typed-name';

interface PostFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly limit: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PostField({ hint, value, onChange, ...field }: PostFieldProps) {
  const box = useFieldId('body');
  const [name, setName] = useState<TypedName | null>(null);
  const suggestions = useSuggestions(name);
  const control = () => document.getElementById(box) as HTMLTextAreaElement | null;
  const change = (text: string) => {
    onChange(text);
    setName(nameBefore(text, control()?.selectionStart ?? text.length));
  };
  const caretAfter = useRef<number | null>(null);
  const choose = (written: string) => {
    if (!name) return;
    const next = withName(value, name, written);
    caretAfter.current = next.caret;
    onChange(next.text);
    setName(null);
  };
  useEffect(() => {
    const caret = caretAfter.current;
    if (caret === null) return;
    caretAfter.current = null;
    control()?.focus();
    control()?.setSelectionRange(caret, caret);
  }, [value]);
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && setName(null)}>
      <TextArea
        {...field}
        name="body"
        hint={`${hint}. Name members with @, interventions and adaptations with #`}
        value={value}
        onChange={change}
      />
      {suggestions.length > 0 && (
        <div role="group" aria-label="Did you mean" className="hub-suggestions">
          <ul className="nhsuk-list">
            {suggestions.map(({ written, title, owner }) => (
              <li key={written}>
                <LinkButton onClick={() => choose(written)}>
                  <Hidden>Put in </Hidden>
                  {title}
                </LinkButton>
                {owner && `, ${owner}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Announcer message={suggestions.length > 0 ? counted(suggestions.length, 'suggestion') : ''} />
    </div>
  );
}

type Suggestions = ReferenceSuggestionsQuery['referenceSuggestions'];

const pauseMs = 250;
const none: Suggestions = [];

/** What may be meant, a moment after the typing paused; nothing while it is not known. */
function useSuggestions(name: TypedName | null): Suggestions {
  const client = useApolloClient();
  const [found, setFound] = useState<{ key: string; suggestions: Suggestions }>({ key: '', suggestions: none });
  const key = name ? `${name.kind} ${name.text}` : '';
  useEffect(() => {
    if (!name) return;
    let isOver = false;
    const ask = async () => {
      const { data } = await client.query({
        query: ReferenceSuggestionsDocument,
        variables: { kind: name.kind, text: name.text },
      });
      if (!isOver && data) setFound({ key, suggestions: data.referenceSuggestions });
    };
    const timer = setTimeout(() => void ask().catch(() => undefined), pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key]);
  return found.key === key && key !== '' ? found.suggestions : none;
}
