/** Where journeys run: when a test fails, what the people of its world see is said before their windows close. */
import { TestEnvironment } from 'jest-environment-node';

export default class JourneyEnvironment extends TestEnvironment {
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure') await this.global.whenJourneyFails?.();
  }
}
