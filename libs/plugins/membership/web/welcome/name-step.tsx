/** First step: what others call one, and what one does. */
import { useNavigate } from 'react-router';
import { HubForm, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextField } from '@hub/ui';
import { problemWith } from '../problems';
import { WelcomeProfileDocument, WelcomeUpdateProfileDocument } from './welcome.generated';

/** What the hub calls somebody who has not said their name. */
const unnamed = 'New member';

export function NameStep({ next }: { readonly next: string }) {
  const { data } = usePageQuery(WelcomeProfileDocument);
  const navigate = useNavigate();
  const known = data.viewer;
  const draft = useDraft('welcome-name', {
    displayName: known?.displayName === unnamed ? '' : (known?.displayName ?? ''),
    roleTitle: known?.roleTitle ?? '',
  });
  const { displayName, roleTitle } = draft.value;
  const form = useMutationForm(WelcomeUpdateProfileDocument, {
    onDone: () => {
      draft.clear();
      void navigate(next);
    },
  });
  const submit = () => {
    const problem = problemWith([['displayName', displayName.trim() === '', 'Enter your name']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ displayName, roleTitle });
  };
  return (
    <HubForm form={form} onSubmit={submit}>
      <TextField
        name="displayName"
        label="Your name"
        hint="Members of the network see it beside what you write"
        autoComplete="name"
        limit={textLimits['UpdateProfileInput.displayName']}
        value={displayName}
        onChange={(value) => draft.change({ displayName: value })}
      />
      <TextField
        name="roleTitle"
        label="Your role"
        hint="Such as district nurse, or practice manager"
        autoComplete="organization-title"
        limit={textLimits['UpdateProfileInput.roleTitle']}
        value={roleTitle}
        onChange={(value) => draft.change({ roleTitle: value })}
      />
      <Button>Save and continue</Button>
    </HubForm>
  );
}
