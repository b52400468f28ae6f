/** Lints texts as if they stood in certain files. Reads [{ file, text }] from standard input, prints the messages of each. */
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

process.env.NX_DAEMON = 'false';
await createProjectGraphAsync();

let input = '';
for await (const chunk of process.stdin) input += chunk;

const eslint = new ESLint();
const answers = [];
for (const { file, text } of JSON.parse(input)) {
  const [result] = await eslint.lintText(text, { filePath: file });
  answers.push(
    (result?.messages ?? [])
      .filter(({ ruleId }) => /boundaries|restricted/.test(ruleId ?? ''))
      .map(({ message }) => message),
  );
}
process.stdout.write(JSON.stringify(answers));
