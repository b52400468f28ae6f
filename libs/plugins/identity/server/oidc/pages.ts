/** What people read where signing in at the provider did not work: small pages that need nothing else. */

const page = (title: string, sentence: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title} – Vanguard hub</title></head><body><main><h1>${title}</h1><p>${sentence}</p>` +
  `<p><a href="/sign-in">Go to the sign-in page</a></p></main></body></html>`;

export const didNotWorkPage = page(
  'That did not work',
  'You are not signed in. It may have taken too long, or the answer was not for this browser. Try again from the sign-in page.',
);

export const providerAwayPage = page(
  'The sign-in of your organisation does not answer',
  'Try again in a few minutes. If your address may sign in by a code, you can use that in the meantime.',
);

export const tooManyPage = page('Too many tries', 'Wait a few minutes, then try again from the sign-in page.');
