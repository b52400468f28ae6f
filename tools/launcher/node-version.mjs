/** Which Node the hub runs on. Kept in plain old syntax: a Node that is too old must be able to read this file. */

/**
 * Says why this Node cannot run the hub, in one sentence, or gives an empty text when it can.
 * @param {string} version such as `20.19.0`
 * @returns {string}
 */
export function nodeRefusal(version) {
  if (isSupported(version)) return '';
  return 'The hub needs Node 20.19 or newer (20.19+, 22.12+ or 24+), but this is Node ' + version + '.';
}

function isSupported(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major >= 23;
}
