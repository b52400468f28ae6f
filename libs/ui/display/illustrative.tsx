/** Says that something was made up, wherever demonstration content is shown. */

/** One short line, for a page about one thing. */
export function IllustrativeNote() {
  return <p className="hub-meta">Illustrative: made up for demonstration.</p>;
}

/** The same above a list: all of it, some of it, or nothing to say. */
export function IllustrativeListNote({ items }: { readonly items: readonly { readonly illustrative: boolean }[] }) {
  const count = items.filter(({ illustrative }) => illustrative).length;
  if (count === 0) return null;
  return (
    <p className="hub-meta">
      {count === items.length ? 'These' : 'Some of these'} are illustrative: made up for demonstration.
    </p>
  );
}
