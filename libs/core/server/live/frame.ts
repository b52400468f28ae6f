/** A WebSocket message as bytes that go to the socket as they are: made by the hub for what is told to thousands. */

/** RFC 6455, 5.2: the only frame of its message, which is text, with no mask, as a server sends it. */
const finalText = 0x81;
const lengthIn16Bits = 126;
const lengthIn64Bits = 127;

/** The frame of a text that is given in two parts, as UTF-8: what is different for everyone, and what is the same. */
export function textFrame(own: Buffer, shared: Buffer): Buffer {
  const length = own.length + shared.length;
  const header = headerBytes(length);
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = finalText;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = lengthIn16Bits;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = lengthIn64Bits;
    frame.writeUIntBE(0, 2, 2);
    frame.writeUIntBE(length, 4, 6);
  }
  frame.set(own, header);
  frame.set(shared, header + own.length);
  return frame;
}

function headerBytes(length: number): number {
  if (length < lengthIn16Bits) return 2;
  return length < 65_536 ? 4 : 10;
}
