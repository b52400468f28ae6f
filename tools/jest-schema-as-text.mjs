/** Lets tests import a schema file as its text, as the build does. */
export default {
  process: (source) => ({ code: `export default ${JSON.stringify(source)};` }),
};
