/** One section of a draft: one question on a page. */
import { useNavigate } from 'react-router';
import { HubForm, Page, SavedByItself, useLinkTo, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import type { SectionItem } from '@hub/plugins/interventions/contract';
import { Button, ButtonGroup, ConflictCompare, TextArea } from '@hub/ui';
import { partAfter } from './parts';
import { savedNow } from './saved';
import { useSectionSaving } from './section-saving';
import { untilPublished } from './until-published';
import type { EditableDraft } from './writing-query';

interface EditSectionProps {
  readonly draft: EditableDraft;
  readonly item: SectionItem;
  readonly onRefetch: () => void;
}

export function EditSection({ draft, item, onRefetch }: EditSectionProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const saving = useSectionSaving(draft, item.key, {
    onSaved: ({ maturity }, then) => {
      const next = then === 'list' ? null : partAfter(item.key, maturity);
      const last = then === 'list' ? '/edit' : '/publish';
      navigate(linkTo(draft.id, next ? `/edit/${next}` : last), { state: savedNow() });
    },
  });
  const theirs = saving.theirs?.body ?? null;
  const keepTheirs = () => {
    saving.keepTheirs();
    onRefetch();
  };

  return (
    <Page
      title={`${item.heading}: ${draft.title}`}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      hasOwnHeading={theirs === null}
      facts={<SavedByItself edit={saving} />}
    >
      {theirs !== null && (
        <ConflictCompare
          texts={[{ name: item.key, heading: item.heading, mine: saving.value.body, theirs }]}
          onChoose={(choice, texts) =>
            choice === 'theirs' ? keepTheirs() : saving.keep({ body: texts[item.key] ?? '' })
          }
        />
      )}
      {theirs === null && (
        <HubForm form={saving.form} onSubmit={() => saving.save('next')}>
          <TextArea
            name="sections.0.body"
            label={
              <>
                <span className="nhsuk-caption-l">{item.heading}</span> {item.prompt}
              </>
            }
            labelSize="l"
            isPageHeading
            hint={<SectionHint item={item} />}
            rows={12}
            limit={textLimits['UpdateInterventionInput.sections.body']}
            value={saving.value.body}
            onChange={(body) => saving.change({ body })}
          />
          <WhoWillSee label={untilPublished} thing={{ visibility: 'DRAFT', site: draft.site.id }} />
          <ButtonGroup>
            <Button>Save and continue</Button>
            <Button look="secondary" onClick={() => saving.save('list')}>
              Save and see all sections
            </Button>
          </ButtonGroup>
        </HubForm>
      )}
    </Page>
  );
}

function SectionHint({ item }: { readonly item: SectionItem }) {
  return (
    <>
      {item.help}
      <br />
      For example: {item.example}
      <br />
      Do not include details of patients
    </>
  );
}
