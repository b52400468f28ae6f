/**
 * `npm run bench` measures how near the hub comes to what PostgreSQL itself can serve; `npm run bench -- <name> [part of a case's name]`
 * measures something else. Each on a database of its own, and each says whether what is promised is kept.
 */
import { installDependencies } from './launcher/install.mjs';
import { end, live } from './launcher/life.mjs';
import { Refusal } from './launcher/refusal.mjs';

/** Each module exports `run(args)`, which resolves with whether all promises are kept. */
const benches = {
  limit: () => import('./bench/limit/bench.mjs'),
  'sign-in': () => import('./bench/sign-in/bench.mjs'),
  'fan-out': () => import('./bench/fan-out/bench.mjs'),
  steady: () => import('./bench/steady/bench.mjs'),
  texts: () => import('./bench/texts/bench.mjs'),
  finding: () => import('./bench/finding/bench.mjs'),
};

live(async () => {
  const args = process.argv.slice(2);
  const name = !args[0] || args[0].startsWith('--') ? 'limit' : args.shift();
  const load = benches[name];
  if (!load) throw new Refusal(`There is no bench "${name}". There are ${Object.keys(benches).join(', ')}.`);
  await installDependencies();
  const { run } = await load();
  const isKept = await run(args);
  await end(isKept ? 0 : 1, isKept ? 'Every promise is kept.' : 'A promise is not kept: see the table.');
});
