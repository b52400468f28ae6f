/** Bytes as letters and digits that survive where small and large letters are one (RFC 4648, without padding). Pure. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const bitsOfSign = 5;
const bitsOfByte = 8;

export function base32(bytes: Buffer): string {
  const signs: string[] = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << bitsOfByte) | byte;
    bits += bitsOfByte;
    while (bits >= bitsOfSign) {
      bits -= bitsOfSign;
      signs.push(alphabet.charAt((held >> bits) & 31));
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) signs.push(alphabet.charAt((held << (bitsOfSign - bits)) & 31));
  return signs.join('');
}

/** The bytes, in any case of letters; null for what is none. */
export function bytesOfBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const sign of text.toLowerCase()) {
    const value = alphabet.indexOf(sign);
    if (value < 0) return null;
    held = (held << bitsOfSign) | value;
    bits += bitsOfSign;
    if (bits < bitsOfByte) continue;
    bits -= bitsOfByte;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Buffer.from(bytes) : null;
}
