/** What is said where a code is asked for: it is in a letter, or, on a hub that keeps its letters, with whoever runs it. Pure. */

const inLetter = {
  intro: (email: string) => `If ${email} may sign in, we have sent a code to it. It can take a few minutes to arrive.`,
  hint: '8 digits, from the letter',
  none: 'Enter the code from the letter',
  wrong: 'This code is wrong, was used or is too old. Check the newest letter, or send a new code',
  again: 'Send a new code',
};
const whereItRuns: typeof inLetter = {
  intro: (email: string) =>
    `Mail is not set up on this hub, so no letter is sent. If ${email} may sign in, the person who runs the hub can read its code: ask them for it.`,
  hint: '8 digits',
  none: 'Enter the code',
  wrong: 'This code is wrong, was used or is too old. Ask for the newest, or make a new code',
  again: 'Make a new code',
};

export const codeWords = (mailKept: boolean): typeof inLetter => (mailKept ? whereItRuns : inLetter);
