/** One letter: its words, with a reason; or sending it again. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound, Page, useMutationForm } from '@hub/core/web';
import { NotificationBanner } from '@hub/ui';
import { done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { ReadLetterDocument, SendLetterAgainDocument, type ReadLetterMutation } from './mail.generated';

const back = { to: '/administration/mail', label: 'Mail' };

export default forAdministrators(function LetterPage() {
  const { id = '', change = '' } = useParams();
  const letter = `letter:${id}`;
  if (change === 'read') return <Read letter={letter} />;
  return change === 'send' ? <SendAgain letter={letter} /> : <NotFound />;
});

function Read({ letter }: { readonly letter: string }) {
  const [words, setWords] = useState<ReadLetterMutation['readLetter'] | null>(null);
  const form = useMutationForm(ReadLetterDocument, { onDone: ({ readLetter }) => setWords(readLetter) });
  if (words)
    return (
      <Page title={words.subject} caption="Letter" back={back}>
        <NotificationBanner kind="done">That you read it is in the audit log.</NotificationBanner>
        <h2 className="nhsuk-heading-m">As mail programs show it</h2>
        <iframe
          className="hub-letter"
          title={`The letter “${words.subject}”`}
          src={words.page}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
        <h2 className="nhsuk-heading-m">As plain text</h2>
        <p className="hub-plain-text">{words.text}</p>
      </Page>
    );
  return (
    <Page title="Read this letter?" back={back}>
      <ReasonForm
        form={form}
        draft={`read:${letter}`}
        effect="It is somebody else’s. It may hold a code that signs them in, or words about things that you may not see. That you read it is in the audit log."
        button="Read the letter"
        onSubmit={(reason) => form.submit({ letter, reason })}
      />
    </Page>
  );
}

function SendAgain({ letter }: { readonly letter: string }) {
  const navigate = useNavigate();
  const forget = useForget();
  const form = useMutationForm(SendLetterAgainDocument, {
    onDone: () => {
      void navigate(back.to, done('The letter is on its way again.'));
      forget('letters', 'administrationWork');
    },
  });
  return (
    <Page title="Send this letter again?" back={back}>
      <ReasonForm
        form={form}
        draft={`send:${letter}`}
        effect="It was given up. It is sent once more, to the same address. If it arrived after all, it is there twice."
        button="Send again"
        onSubmit={(reason) => form.submit({ letter, reason })}
      />
    </Page>
  );
}
