/** Files of the contract's world. */
import { attachFile, type TestClient } from '@hub/testing';
import type { InterventionsWorld } from './interventions';

export interface FilesWorld {
  /** A picture of the draft. */
  readonly attachment: string;
  /** Sent by Anjali, and in no post yet: one for each mutation that writes a post. */
  readonly inHand: readonly string[];
}

export const inHandOf = (anjali: TestClient) => attachPicture(anjali, 'member:network/anjali-thornapple');

export async function attachPicture(client: TestClient, subject: string): Promise<string> {
  const body = Buffer.from(onePixel, 'base64');
  return attachFile(client, subject, { name: 'ward.png', type: 'image/png', body });
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const filesInputs = ({ draft: subject, attachment }: FilesWorld & InterventionsWorld) => ({
  describeAttachment: { subject, attachment, alternative: 'A ward' },
  removeAttachment: { subject, attachment },
  restoreAttachment: { subject, attachment },
});
