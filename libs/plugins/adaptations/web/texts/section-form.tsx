/** Writing one section: what is typed stays in the tab, and a stale edit is compared, never lost. */
import { Link } from 'react-router';
import { useApolloClient } from '@apollo/client/react';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import type { SectionItem } from '@hub/plugins/interventions/contract';
import { Button, ButtonGroup, ConflictCompare, LinkButton, TextArea } from '@hub/ui';
import { useState } from 'react';
import { tasksOf } from '../address';
import { bodyOf, staleEdit } from './local-sections';
import { EditLocalTextDocument, ResultTextDocument } from './texts.generated';

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
}

/** The draft remembers on which revision it was begun, so that a reload does not hide what others changed since. */
export function SectionForm({ item, result, sourceText, hasReason, path, onSaved }: SectionFormProps) {
  const client = useApolloClient();
  const base = bodyOf(result.draft, item.key);
  const draft = useDraft(`section:${result.id}:${item.key}`, { body: base, base, revision: result.revision });
  const [theirs, setTheirs] = useState<{ readonly body: string; readonly revision: number } | null>(null);
  const [cannotCompare, setCannotCompare] = useState(false);
  const leave = () => {
    draft.clear();
    onSaved();
  };
  const form = useMutationForm(EditLocalTextDocument, { onDone: leave });
  const { body } = draft.value;
  const send = (text: string, expectedRevision: number) =>
    form.submit({ id: result.id, expectedRevision, sections: [{ key: item.key, body: text }] });

  const save = async () => {
    if (await send(body, draft.value.revision)) return;
    const now = await textNow();
    setCannotCompare(now === null);
    if (!now || now.revision === draft.value.revision) return;
    if (staleEdit({ base: draft.value.base, mine: body, now: now.body }) === 'save again')
      await send(body, now.revision);
    else setTheirs(now);
  };

  const textNow = async () => {
    const answer = await client
      .query({ query: ResultTextDocument, variables: { id: result.id }, fetchPolicy: 'no-cache' })
      .catch(() => null);
    const node = answer?.data?.node;
    if (node?.__typename !== 'Intervention' || !node.draft) return null;
    return { body: bodyOf(node.draft, item.key), revision: node.revision };
  };

  if (theirs && form.conflict) {
    return (
      <ConflictCompare
        texts={[{ name: item.key, heading: item.heading, mine: body, theirs: theirs.body }]}
        onChoose={(choice, texts) => {
          setTheirs(null);
          form.setProblem(null);
          if (choice === 'theirs') return leave();
          const text = texts[item.key] ?? body;
          draft.change({ body: text, base: theirs.body, revision: theirs.revision });
          void send(text, theirs.revision);
        }}
      />
    );
  }

  return (
    <HubForm form={form} onSubmit={() => void save()}>
      {form.conflict && cannotCompare && (
        <p className="hub-failed" role="alert">
          Someone else changed this text, and it could not be loaded for comparing. What you wrote is kept here. Save
          again in a moment.
        </p>
      )}
      <TextArea
        name={`sections.${item.key}`}
        label={item.prompt}
        labelSize="m"
        hint={`${item.help} Do not include details of patients`}
        rows={10}
        limit={textLimits['SectionInput.body']}
        value={body}
        onChange={(text) => draft.change({ body: text })}
      />
      {body.trim() !== sourceText.trim() && (
        <p>
          <LinkButton onClick={() => draft.change({ body: sourceText })}>Put back the source’s words</LinkButton>
        </p>
      )}
      <ButtonGroup>
        <Button>Save</Button>
        {!hasReason && <Link to={`${path}/changes/new`}>Record why you changed it</Link>}
        <Link to={tasksOf(path)}>Leave it for later</Link>
      </ButtonGroup>
    </HubForm>
  );
}
