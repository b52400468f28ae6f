import { deadlineIn } from './deadline';

it('gives the result of what is done in time (Q9)', async () => {
  await expect(deadlineIn(1000).within(Promise.resolve(1))).resolves.toBe(1);
});

it('ends the waiting for what never ends, and lets nothing through afterwards (Q9)', async () => {
  const deadline = deadlineIn(20);

  await expect(deadline.within(new Promise(() => undefined))).rejects.toMatchObject({
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(() => deadline.check()).toThrow('busy');
});
