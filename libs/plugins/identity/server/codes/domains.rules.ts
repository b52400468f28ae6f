/** Which domains a pattern stands for. Labels are compared whole: evilnhs.uk is not below nhs.uk. */

/** A pattern as it is kept, or null when the text is none: a domain of two labels or more, after `*.` or by itself. */
export function plainPattern(text: string): string | null {
  const pattern = text.trim().toLowerCase();
  const domain = pattern.startsWith('*.') ? pattern.slice(2) : pattern;
  return domain.length <= 253 && domainPattern.test(domain) ? pattern : null;
}

const domainPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Whether an address in small letters is at a domain that one of the patterns stands for. */
export function isAtAllowedDomain(email: string, patterns: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return patterns.some((pattern) =>
    pattern.startsWith('*.')
      ? domain.endsWith(pattern.slice(1)) && domain.length > pattern.length - 1
      : domain === pattern,
  );
}
