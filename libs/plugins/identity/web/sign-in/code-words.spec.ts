import { codeWords } from './code-words';

const said = (mailKept: boolean): string => {
  const { intro, ...words } = codeWords(mailKept);
  return [intro('anjali@nhs.net'), ...Object.values(words)].join(' ');
};

describe('where a code is to be found', () => {
  it('is a letter, on a hub that sends them', () => {
    expect(said(false)).toMatch(/we have sent a code to it/);
    expect(said(false)).not.toMatch(/Mail is not set up|who runs the hub/);
  });

  it('is with whoever runs the hub, where no letter is sent; nothing else is said', () => {
    expect(said(true)).toMatch(/no letter is sent.*the person who runs the hub can read its code/);
    expect(said(true)).not.toMatch(/we have sent|arrive|from the letter|newest letter|[Ss]end/);
  });

  it('is said alike whether or not the address is known', () => {
    for (const mailKept of [true, false])
      expect(codeWords(mailKept).intro('a@b.example')).toMatch(/If a@b.example may/);
  });
});
