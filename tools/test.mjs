/** `npm test`: everything that must hold, from a fresh clone, with a database and a browser of its own. */
import { nodeRefusal } from './launcher/node-version.mjs';

const refusal = nodeRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  import('./checks/run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
}
