/** How a letter reads, as plain text and as HTML: the same words in both, everything escaped. */
import { escaped } from '../text/escaped';

export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a link. */
  readonly action?: { readonly label: string; readonly href: string };
  /** A code to type, shown on a line of its own. */
  readonly code?: string;
  /** Why this letter came, and how to have fewer of them. */
  readonly footer?: readonly string[];
  /** Keys that the member whom it is to must hold when it is sent, as they do now: it says what only they may know. */
  readonly needs?: readonly string[];
}

/** The letter's plain text part. */
export function letterText({ paragraphs, action, code, footer }: Letter): string {
  const parts = [
    ...paragraphs,
    ...(code ? [code] : []),
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...(footer?.length ? [`--\n${footer.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The letter's HTML part: plain enough for every mail program, with no pictures and nothing loaded from elsewhere. */
export function letterHtml({ subject, paragraphs, action, code, footer }: Letter): string {
  const body = [
    ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
    ...(code ? [`<p style="font-size: 28px; letter-spacing: 4px;">${escaped(code)}</p>`] : []),
    ...(action ? [`<p><a href="${escaped(action.href)}">${escaped(action.label)}</a></p>`] : []),
    ...(footer?.length ? ['<hr>', ...footer.map((text) => `<p style="font-size: 14px;">${lines(text)}</p>`)] : []),
  ];
  const style = 'font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #212b32; max-width: 600px;';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="${style}">${body.join('')}</body></html>`;
}

/** Lines stay lines. */
function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}
