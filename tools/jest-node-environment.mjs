/** Where tests without a page of their own run: what one file leaves behind does not slow down the next. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Those that the file at hand has used. Node 20 walks along all that are in use whenever a promise is made, and every file brings its own of
 * each library: a worker's sixteenth file took half as long again as it takes without those of the fifteen before it.
 */
const inUse = new Set();

for (const way of ['run', 'enterWith']) {
  const enter = AsyncLocalStorage.prototype[way];
  AsyncLocalStorage.prototype[way] = function (...args) {
    inUse.add(this);
    return enter.apply(this, args);
  };
}

export default class NodeEnvironment extends TestEnvironment {
  /** When a journey fails, what the people of its world see is said before their windows close. */
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure') await this.global.whenJourneyFails?.();
  }

  async teardown() {
    for (const storage of inUse) storage.disable();
    inUse.clear();
    await super.teardown();
  }
}
