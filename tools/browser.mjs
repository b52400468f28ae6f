/** `node tools/browser.mjs`: prints, as JSON, which browser the journeys run in and how to start it; unpacks it the first time. */
import { findBrowser } from './browser/find.mjs';
import { complain } from './launcher/say.mjs';
import { sentenceFor } from './launcher/refusal.mjs';

try {
  process.stdout.write(`${JSON.stringify(await findBrowser())}\n`);
} catch (error) {
  complain(sentenceFor(error));
  process.exitCode = 1;
}
