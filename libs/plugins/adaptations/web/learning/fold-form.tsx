/** The text of the next version, which began with both, and the credit that goes with it. */
import { Link, useNavigate } from 'react-router';
import { HubForm, useDraft, useLinkTo, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, InsetText, LinkButton, TextArea } from '@hub/ui';
import type { AskedPart } from '../following/asked-parts';
import { MovedMeanwhile } from '../stages/moved-meanwhile';
import { partInput } from './folding';
import { FoldBackDocument } from './learning.generated';

interface FoldFormProps {
  readonly part: AskedPart;
  readonly site: string;
  readonly intervention: { readonly id: string; readonly revision: number };
  readonly adaptation: string;
  readonly refetch: () => void;
}

export function FoldForm({ part, site, intervention, adaptation, refetch }: FoldFormProps) {
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const goes = part.theirs === '';
  const isTheirs = !part.component && part.ours === part.base;
  const begun = isTheirs ? part.theirs : part.together;
  const draft = useDraft(`fold:${intervention.id}:${adaptation}:${part.id}`, { text: begun });
  const form = useMutationForm(FoldBackDocument, {
    onDone: () => {
      draft.clear();
      void navigate(linkTo(intervention.id, '/edit'));
    },
  });
  const send = () => {
    void form.submit({
      ...{ intervention: intervention.id, adaptation, part: part.part, key: part.key },
      ...{ expectedRevision: intervention.revision, ...partInput(part, draft.value.text, goes) },
    });
  };
  const lookAgain = () => {
    form.setProblem(null);
    refetch();
  };
  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={lookAgain} />}
      <HubForm form={form} onSubmit={send}>
        {goes ? (
          <p>{site} left it out. Your next version will be without it as well.</p>
        ) : (
          <>
            <TextArea
              name="body"
              label={part.component ? 'Its description in your next version' : 'The text in your next version'}
              labelSize="m"
              hint="Put together what you want to keep of both"
              rows={10}
              limit={textLimits['FoldBackInput.body']}
              value={draft.value.text}
              onChange={(text) => draft.change({ text })}
            />
            {!part.component && (
              <p>
                <LinkButton onClick={() => draft.change({ text: part.theirs })}>Put in the words of {site}</LinkButton>
              </p>
            )}
          </>
        )}
        <InsetText>
          <p>
            It goes into your draft, and can be taken out again until you publish. When you publish it, the version says
            “With a change by {site}” for good, and {site} is told.
          </p>
        </InsetText>
        <ButtonGroup>
          <Button>Put it into our draft</Button>
          <Link to={linkTo(intervention.id)}>Not now</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
