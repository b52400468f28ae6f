/** `npm run bench -- <name> [part of a case's name]`: measures a hub on a database of its own, and says whether what is promised is kept. */
import { installDependencies } from './launcher/install.mjs';
import { end, live } from './launcher/life.mjs';
import { Refusal } from './launcher/refusal.mjs';

/** Each module exports `bench`: `env`, if the hub needs further settings, and `run(hub, only)`, which resolves with whether all promises are kept. */
const benches = {
  'sign-in': () => import('./bench/sign-in/bench.mjs'),
  finding: () => import('./bench/finding/bench.mjs'),
};

live(async () => {
  const [name = '', only = ''] = process.argv.slice(2);
  const load = benches[name];
  if (!load)
    throw new Refusal(`Say which bench: ${Object.keys(benches).join(', ')}. Such as npm run bench -- sign-in.`);
  await installDependencies();
  const [{ bench }, { openBenchHub }] = await Promise.all([load(), import('./bench/hub.mjs')]);
  const isKept = await bench.run(await openBenchHub(bench.env), only);
  await end(isKept ? 0 : 1, isKept ? 'Every promise is kept.' : 'A promise is not kept: see the table.');
});
