/** `npm start`: one command from a fresh clone to a running hub. Only Node's own modules may be used before the install. */
import { nodeRefusal } from './launcher/node-version.mjs';

const refusal = nodeRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  import('./launcher/run-hub.mjs').then(({ runHub }) => runHub());
}
