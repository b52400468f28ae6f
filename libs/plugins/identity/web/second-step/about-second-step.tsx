/** What a second step is, and who cannot do without it. */

export function AboutSecondStep({ isNeeded }: { readonly isNeeded: boolean }) {
  return (
    <>
      <p>
        With a second step, signing in also asks for a code from an app on your phone. Somebody who can read your mail
        can then still not sign in as you.
      </p>
      {isNeeded && (
        <p>
          You are an administrator. Administrators need a second step, and confirm with it before they change things.
        </p>
      )}
    </>
  );
}
