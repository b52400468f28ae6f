/** Writing one section of the site's own text: it saves itself, and an edit that meets another is compared, never lost. */
import { Link } from 'react-router';
import { joinedTexts, SavedByItself, SharedForm, useSharedEdit } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { interventionNow, type SectionItem } from '@hub/plugins/interventions/contract';
import { Button, ButtonGroup, LinkButton, TextArea } from '@hub/ui';
import { tasksOf } from '../address';
import { bodyOf } from './local-sections';
import { EditLocalTextDocument } from './texts.generated';

interface ResultText {
  readonly id: string;
  readonly revision: number;
  readonly draft: readonly { readonly key: string; readonly body: string }[];
}

interface SectionFormProps {
  readonly item: SectionItem;
  readonly result: ResultText;
  readonly sourceText: string;
  readonly hasReason: boolean;
  readonly path: string;
  readonly onSaved: () => void;
  /** After what somebody else wrote was kept: asks the hub again. */
  readonly onKeptTheirs: () => void;
}

export function SectionForm(props: SectionFormProps) {
  const { item, result, sourceText, hasReason, path, onSaved, onKeptTheirs } = props;
  const edit = useSharedEdit({
    key: `section:${result.id}:${item.key}`,
    onHub: { value: { body: bodyOf(result.draft, item.key) }, revision: result.revision },
    document: EditLocalTextDocument,
    input: ({ body }: { readonly body: string }, expectedRevision) => ({
      ...{ id: result.id, expectedRevision, sections: [{ key: item.key, body }] },
    }),
    hubAfter: ({ updateIntervention: { intervention } }) => ({
      value: { body: bodyOf(intervention.draft ?? [], item.key) },
      revision: intervention.revision,
    }),
    valueIn: (current) => ({ body: bodyOf(interventionNow(current).sections, item.key) }),
    savesItself: true,
    onSaved,
  });
  const { body } = edit.value;
  return (
    <>
      <SavedByItself edit={edit} />
      <SharedForm
        edit={edit}
        button="save"
        texts={[{ heading: item.heading, words: (value) => value.body }]}
        join={(theirs, mine) => ({ body: joinedTexts(theirs.body, mine.body) })}
        onKeptTheirs={onKeptTheirs}
      >
        <TextArea
          name="sections.0.body"
          label={item.prompt}
          labelSize="m"
          hint={`${item.help} Do not include details of patients`}
          rows={10}
          limit={textLimits['SectionInput.body']}
          value={body}
          onChange={(text) => edit.change({ body: text })}
        />
        {body.trim() !== sourceText.trim() && (
          <p>
            <LinkButton onClick={() => edit.change({ body: sourceText })}>Put back the source’s words</LinkButton>
          </p>
        )}
        <ButtonGroup>
          <Button>Save</Button>
          {!hasReason && <Link to={`${path}/changes/new`}>Record why you changed it</Link>}
          <Link to={tasksOf(path)}>Leave it for later</Link>
        </ButtonGroup>
      </SharedForm>
    </>
  );
}
