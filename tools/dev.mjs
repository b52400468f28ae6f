/** `npm run dev`: the hub for developers. Pages reload and the API restarts on every change; introspection is on. */
import { nodeRefusal } from './launcher/node-version.mjs';

const refusal = nodeRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  import('./launcher/run-dev.mjs').then(({ runDev }) => runDev());
}
