/** Errors that Node itself makes, such as a refused connection: Jest's realm has an Error of its own, and they would be no instances of it. */
import { types } from 'node:util';

/** Makes them instances of Error for the test file, as they are wherever the hub runs. */
export function knowErrorsOfNode(): void {
  const ordinary = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, thing: unknown) {
      return ordinary.call(this as () => void, thing) || (this === Error && types.isNativeError(thing));
    },
  });
}
