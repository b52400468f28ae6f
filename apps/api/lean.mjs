/** What keeps the built API small in memory: Node holds the text of a program, and everything that its libraries set up, for as long as it runs. */

/** What libraries can use and the hub does not install, such as drivers of other databases, is looked for when it is used. */
const notInstalled = {
  name: 'not-installed',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!importer || !/^[\w@]/.test(id)) return null;
    const found = await this.resolve(id, importer, { skipSelf: true }).catch(() => null);
    return found && !found.id.startsWith('__vite-optional') ? null : { id, external: true };
  },
};

/** Nest asks for TypeORM past the bundler, which would load all of it a second time, from its own files. */
const oneTypeOrm = {
  name: 'one-typeorm',
  transform(code, id) {
    if (!id.endsWith('/@nestjs/typeorm/dist/common/typeorm-compat.js')) return null;
    return { code: `import * as bundled from 'typeorm';\n${code.replace("require('typeorm')", 'bundled')}`, map: null };
  },
};

const noDriver = '\0no-driver';

/** TypeORM loads its drivers of all databases, and the hub has one database. */
const onlyPostgres = {
  name: 'only-postgres',
  enforce: 'pre',
  resolveId(id, importer) {
    const isDriver = importer?.endsWith('/typeorm/driver/DriverFactory.js') && id.endsWith('Driver');
    return isDriver && !id.endsWith('/PostgresDriver') ? noDriver : null;
  },
  load: (id) => (id === noDriver ? 'module.exports = {};' : null),
};

export const leanPlugins = [notInstalled, oneTypeOrm, onlyPostgres];

/** Short, with the names that classes and functions have, and in one byte for each letter: where one letter is not Latin, Node takes two for all. */
export const lean = {
  compress: { keepNames: { function: true, class: true } },
  mangle: { keepNames: true },
  codegen: { removeWhitespace: true, asciiOnly: true },
};
