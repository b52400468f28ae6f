/** One part of a description: one question on a page, that saves itself while it is a draft. */
import type { ComponentType } from 'react';
import { useNavigate } from 'react-router';
import { Page, SavedByItself, sentenceFor, SharedForm, useLinkTo, useSharedEdit, WhoWillSee } from '@hub/core/web';
import { interventionNow } from '@hub/plugins/interventions/contract';
import { Button, ButtonGroup } from '@hub/ui';
import { savedNow } from './saved';
import type { Described, DescriptionPart } from './description-parts';
import { untilPublished } from './until-published';
import { UpdateInterventionDocument } from './write.generated';
import { WritingBanner } from './writing-banner';
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
    hubAfter: ({ updateIntervention: { intervention } }) => ({
      value: part.from(intervention.nextVersion ?? draft.nextVersion),
      revision: intervention.revision,
    }),
    valueIn: (current) => part.from(describedNow(current)),
    problemWith: (value) => {
      const fields = part.problems(value);
      const code = 'BAD_USER_INPUT';
      return fields.length > 0 ? { code, message: sentenceFor(code), fields, retryAfter: null, extensions: {} } : null;
    },
    savesItself: true,
    onSaved: (_, button) =>
      void navigate(linkTo(draft.id, button === 'next' && next ? `/edit/${next}` : '/edit'), { state: savedNow() }),
  });
  return (
    <Page
      title={part.prompt}
      caption={`${part.heading}, ${draft.title}`}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedByItself edit={edit} />}
    >
      <WritingBanner draft={draft} />
      <SharedForm
        edit={edit}
        button="next"
        texts={[{ heading: part.heading, words: part.words }]}
        join={part.join}
        onKeptTheirs={onRefetch}
      >
        <p className="nhsuk-hint">{part.hint}</p>
        <Fields value={edit.value} onChange={edit.change} />
        <WhoWillSee label={untilPublished} thing={{ visibility: 'DRAFT', site: draft.site.id }} />
        <ButtonGroup>
          <Button>Save and continue</Button>
          <Button look="secondary" onClick={() => edit.save('list')}>
            Save and see all parts
          </Button>
        </ButtonGroup>
      </SharedForm>
    </Page>
  );
}

function describedNow(current: object): Described {
  const { components, description } = interventionNow(current);
  return {
    components: [...components],
    description: {
      ...description,
      segments: [...description.segments],
      needs: description.needs.map((need) => ({ ...need, figures: [...need.figures] })),
      risks: [...description.risks],
      outcomesMeasured: [...description.outcomesMeasured],
    },
  };
}
