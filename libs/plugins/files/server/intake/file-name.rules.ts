/** How the name that a file was sent with becomes the one it is kept under: one line that means nothing to any system. Pure. */

const longest = 150;
/** What Windows takes for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Gives a name with the same ending. Never empty, never a path, without characters that cannot be seen or that mean something. */
export function safeFileName(sent: string): string {
  const line = sent
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[<>:"|?*%;\\/]/g, '-')
    .replace(/\s+/g, ' ');
  const [, start = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(line) ?? [];
  const words = start.replace(/^[. ]+|[. ]+$/g, '');
  const base =
    [...words]
      .slice(0, longest - ending.length)
      .join('')
      .trimEnd() || 'file';
  return `${reserved.test(base.split('.')[0] ?? '') ? `_${base}` : base}${ending.toLowerCase()}`;
}
