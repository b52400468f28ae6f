/** Where tests without a page of their own run: in Node itself (decision 48). What one file leaves behind does not reach the next. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** Those that the file at hand has used: Node 20 walks along all that are in use whenever a promise is made, and each file brings its own. */
const inUse = new Set();

for (const way of ['run', 'enterWith']) {
  const enter = AsyncLocalStorage.prototype[way];
  AsyncLocalStorage.prototype[way] = function (...args) {
    inUse.add(this);
    return enter.apply(this, args);
  };
}

export default class NodeEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  before = propertiesOf(globalThis);
  settings = { ...process.env };
  exit = process.exit;

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  /** When a journey fails, what the people of its world see is said before their windows close. */
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure') await globalThis.whenJourneyFails?.();
  }

  async teardown() {
    for (const storage of inUse) storage.disable();
    inUse.clear();
    this.fakeTimersModern.dispose();
    process.exit = this.exit;
    process.exitCode = undefined;
    for (const name of Object.keys(process.env)) if (!(name in this.settings)) delete process.env[name];
    Object.assign(process.env, this.settings);
    putBack(globalThis, this.before);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** There is none beside Node's. */
  getVmContext() {
    return null;
  }
}

function propertiesOf(object) {
  return new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));
}

function putBack(object, properties) {
  for (const key of Reflect.ownKeys(object)) if (!properties.has(key)) Reflect.deleteProperty(object, key);
  for (const [key, property] of properties) if (property.configurable) Object.defineProperty(object, key, property);
}
