/** "Save this search": its words and filters under a name, then on to how one wants to hear of it. */
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { HubForm, useHasPage, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Details, TextField } from '@hub/ui';
import { SaveSearchDocument } from './saved.generated';
import { narrowingIn } from './search-filters';

interface SaveSearchProps {
  readonly text: string;
  /** The kinds that there are. */
  readonly known: readonly string[];
}

export default function SaveSearch({ text, known }: SaveSearchProps) {
  const { search } = useLocation();
  const [name, setName] = useState(text.slice(0, textLimits['SaveSearchInput.name']));
  const navigate = useNavigate();
  const canFollow = useHasPage()('/follow');
  const form = useMutationForm(SaveSearchDocument, {
    onDone: ({ saveSearch: { savedSearch } }) =>
      void navigate(canFollow ? `/follow?target=${encodeURIComponent(savedSearch.id)}` : '/searches'),
  });
  return (
    <Details summary="Save this search">
      <HubForm
        form={form}
        onSubmit={() => void form.submit({ name, text, ...narrowingIn(search, known) })}
        scope="save-search"
      >
        <TextField
          name="name"
          label="What do you want to call it?"
          hint="Only you see it. You are told how much is new in it, and can follow it"
          value={name}
          onChange={setName}
        />
        <Button look="secondary">Save</Button>
      </HubForm>
      <p>
        <Link to="/searches">Your searches</Link>
      </p>
    </Details>
  );
}
