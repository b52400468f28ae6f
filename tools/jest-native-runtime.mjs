/**
 * How tests without a page of their own load modules: what stands in node_modules is loaded by Node itself, once for all files of a worker;
 * only the code of this repository is loaded anew for each (decision 48). So `jest.mock` reaches no package.
 */
import { pathToFileURL } from 'node:url';
import { compileFunction, SyntheticModule } from 'node:vm';
import Runtime from 'jest-runtime';

/** By path: what the modules of a test are given for one of a package. */
const loaded = new Map();

function loadOnce(path) {
  if (!loaded.has(path)) loaded.set(path, load(path));
  return loaded.get(path);
}

async function load(path) {
  const found = await import(pathToFileURL(path).href);
  const names = Object.keys(found);
  const module = new SyntheticModule(names, () => names.forEach((name) => module.setExport(name, found[name])), {
    identifier: path,
  });
  await module.link(() => undefined);
  await module.evaluate();
  return module;
}

export default class NativeRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const { esmLoader, executor, _resolution: resolution } = this;
    const ofThisRepository = esmLoader.resolveModule.bind(esmLoader);

    esmLoader.resolveModule = async (specifier, from, context) => {
      if (/^(@jest\/globals$|data:|node:)/.test(specifier)) return ofThisRepository(specifier, from, context);
      const path = await resolution.resolveEsmAsync(from, specifier);
      return /[\\/]node_modules[\\/]/.test(path) ? loadOnce(path) : ofThisRepository(specifier, from, context);
    };
    // Newer versions of Node could load a test without waiting; packages are waited for.
    esmLoader.tryLoadGraphSync = () => 'load-async';
    // A context of their own would make an Error of a package no Error to the test.
    esmLoader.getContext = () => undefined;
    executor.compile = (source, filename) => compileFunction(source, executor.injectedModuleParameters, { filename });
  }
}
