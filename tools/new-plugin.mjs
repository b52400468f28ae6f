/** `npm run new-plugin <id>`: makes a plugin that passes every check, and says what comes next. */
import { runNode } from './launcher/children.mjs';
import { installDependencies } from './launcher/install.mjs';
import { inProject, root } from './launcher/project.mjs';
import { sentenceFor } from './launcher/refusal.mjs';
import { complain, say } from './launcher/say.mjs';

const [id] = process.argv.slice(2);

try {
  await installDependencies();
  const { refusalFor } = await import('./new-plugin/taken.mjs');
  const refusal = refusalFor(root, id);
  if (refusal) stop(refusal);
  else if ((await generate(id)) === 0) say(nextSteps(id));
  else stop('The plugin could not be made: see the lines above.');
} catch (error) {
  stop(sentenceFor(error));
}

function stop(sentence) {
  complain(sentence);
  process.exitCode = 1;
}

/** Nx lists each file that it makes or changes. */
function generate(name) {
  const generator = './tools/new-plugin/generators.json:plugin';
  return runNode([inProject('node_modules/nx/dist/bin/nx.js'), 'generate', generator, `--name=${name}`], {
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_INTERACTIVE: 'false',
      NX_NATIVE_FILE_CACHE_DIRECTORY: inProject('.nx', 'native'),
    },
  });
}

function nextSteps(name) {
  return [
    '',
    `The plugin "${name}" is in libs/plugins/${name} and in both lists of plugins. Next:`,
    '  npm run generate          brings the composed schema and the typed documents up to date',
    `  npm test -- ${name}`.padEnd(28) + 'runs its tests',
    '  npm start                 builds and shows it; the page is in the menu for members',
    `Then make it yours, beginning with libs/plugins/${name}/README.md.`,
  ].join('\n');
}
