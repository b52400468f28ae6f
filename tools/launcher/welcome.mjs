/** The last lines of a start: where the hub is, where its data is, how to sign in, how to stop. */

/**
 * @param {{address?: string, folder?: string, demo: boolean, signIn?: string}} hub
 * @returns {string}
 */
export function welcome({ address, folder, demo, signIn }) {
  if (!address) return 'The worker of the hub is running. Ctrl-C stops it.';
  const page = new URL('/sign-in', address).href;
  return [
    '',
    'The hub is running.',
    `  Address      ${address}`,
    `  Data folder  ${folder ?? 'none: the database is the one that DATABASE_URL names'}`,
    `  Sign in      ${signIn ?? howToSignIn(page, demo)}`,
    '  Stop         Ctrl-C',
    '',
  ].join('\n');
}

function howToSignIn(page, demo) {
  if (demo) return `open ${page} and choose a member of the demonstration network`;
  return `open ${page} (demonstration sign-in is offered only with HUB_DEMO=1 and the demonstration network)`;
}
