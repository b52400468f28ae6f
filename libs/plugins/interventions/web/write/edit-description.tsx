/** One part of a description: one question on a page, that saves itself while it is a draft. */
import type { ComponentType } from 'react';
import { useNavigate } from 'react-router';
import { HubForm, Page, SavedByItself, sentenceFor, useLinkTo, useSharedEdit, WhoWillSee } from '@hub/core/web';
import { Button, ButtonGroup, ConflictCompare } from '@hub/ui';
import { describedIn } from './stale-section';
import { savedNow } from './saved';
import type { DescriptionPart } from './description-parts';
import { untilPublished } from './until-published';
import { UpdateInterventionDocument } from './write.generated';
import type { EditableDraft } from './writing-query';

export interface EditPartProps {
  readonly draft: EditableDraft;
  readonly onRefetch: () => void;
  /** The part to go to after this one. */
  readonly next: string | null;
}

interface EditDescriptionProps<Value extends object> extends EditPartProps {
  readonly part: DescriptionPart<Value>;
  readonly fields: ComponentType<{ readonly value: Value; readonly onChange: (fields: Partial<Value>) => void }>;
}

export function EditDescription<Value extends object>(props: EditDescriptionProps<Value>) {
  const { draft, part, fields: Fields, onRefetch, next } = props;
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const edit = useSharedEdit({
    key: `${part.key}:${draft.id}`,
    onHub: { value: part.from(draft.nextVersion), revision: draft.revision },
    document: UpdateInterventionDocument,
    input: (value: Value, expectedRevision) => ({ id: draft.id, expectedRevision, ...part.input(value) }),
    revisionAfter: ({ updateIntervention }) => updateIntervention.intervention.revision,
    currentIn: (extensions) => {
      const current = describedIn(extensions);
      return current && { value: part.from(current), revision: current.revision };
    },
    problemWith: (value) => {
      const fields = part.problems(value);
      const code = 'BAD_USER_INPUT';
      return fields.length > 0 ? { code, message: sentenceFor(code), fields, retryAfter: null, extensions: {} } : null;
    },
    savesItself: true,
    onSaved: (_, button) =>
      void navigate(linkTo(draft.id, button === 'next' && next ? `/edit/${next}` : '/edit'), { state: savedNow() }),
  });
  const { theirs } = edit;
  const keepTheirs = () => {
    edit.keepTheirs();
    onRefetch();
  };
  return (
    <Page
      title={part.prompt}
      caption={`${part.heading}, ${draft.title}`}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedByItself edit={edit} />}
    >
      {theirs ? (
        <ConflictCompare
          texts={[{ name: part.key, heading: part.heading, mine: part.words(edit.value), theirs: part.words(theirs) }]}
          onCombine={() => edit.goOnWith(part.join(theirs, edit.value))}
          onChoose={(choice) => (choice === 'theirs' ? keepTheirs() : edit.keep(edit.value))}
        />
      ) : (
        <HubForm form={edit.form} onSubmit={() => edit.save('next')}>
          <p className="nhsuk-hint">{part.hint}</p>
          <Fields value={edit.value} onChange={edit.change} />
          <WhoWillSee label={untilPublished} thing={{ visibility: 'DRAFT', site: draft.site.id }} />
          <ButtonGroup>
            <Button>Save and continue</Button>
            <Button look="secondary" onClick={() => edit.save('list')}>
              Save and see all parts
            </Button>
          </ButtonGroup>
        </HubForm>
      )}
    </Page>
  );
}
