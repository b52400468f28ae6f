/** One section of a draft: one question on a page. */
import { useNavigate } from 'react-router';
import { joinedTexts, Page, SavedByItself, SharedForm, useLinkTo, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import type { SectionItem } from '@hub/plugins/interventions/contract';
import { Button, ButtonGroup, TextArea } from '@hub/ui';
import { partAfter } from './parts';
import { savedNow } from './saved';
import { useSectionSaving } from './section-saving';
import { untilPublished } from './until-published';
import { WritingBanner } from './writing-banner';
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
  return (
    <Page
      title={`${item.heading}: ${draft.title}`}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      hasOwnHeading={saving.theirs === null}
      facts={<SavedByItself edit={saving} />}
    >
      <WritingBanner draft={draft} />
      <SharedForm
        edit={saving}
        button="next"
        texts={[{ heading: item.heading, words: ({ body }) => body }]}
        join={(theirs, mine) => ({ body: joinedTexts(theirs.body, mine.body) })}
        onKeptTheirs={onRefetch}
      >
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
            Save and see all parts
          </Button>
        </ButtonGroup>
      </SharedForm>
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
