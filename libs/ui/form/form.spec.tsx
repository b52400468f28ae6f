import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Form } from './form';
import { TextField } from './text-field';

describe('2 forms on one page that ask for the same thing', () => {
  it('keep their labels and their problems apart', () => {
    render(
      <>
        <WordsForm label="First" scope="first" />
        <WordsForm label="Second" scope="second" problem="Enter the words" />
      </>,
    );

    expect(screen.getByLabelText('First words').id).toBe('first-words');
    fireEvent.click(screen.getByRole('link', { name: 'Enter the words' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Second words'));
  });
});

interface WordsFormProps {
  readonly label: string;
  readonly scope: string;
  readonly problem?: string;
}

function WordsForm({ label, scope, problem }: WordsFormProps) {
  const [words, setWords] = useState('');
  const problems = problem ? [{ path: 'words', message: problem }] : [];
  return (
    <Form onSubmit={() => undefined} {...{ label, scope, problems }}>
      <TextField name="words" label={`${label} words`} value={words} onChange={setWords} />
    </Form>
  );
}
