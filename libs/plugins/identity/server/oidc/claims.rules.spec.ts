import { hasSecondFactor, isScant, levelProblem, personIn } from './claims.rules';

const names = { nameClaim: 'name', emailClaim: 'email', roleClaim: 'title' };

it('name, role and verified address come from the claims that the settings name', () => {
  const claims = { name: 'Anna Reed', title: 'Nurse', email: 'Anna@NHS.net', email_verified: true };
  expect(personIn(claims, names)).toEqual({ name: 'Anna Reed', roleTitle: 'Nurse', email: 'anna@nhs.net' });
  expect(personIn({ given: 'A' }, { ...names, nameClaim: 'given', roleClaim: null }).name).toBe('A');
});

it.each([false, undefined, 'true'])('an address with email_verified %j is not taken (S11)', (email_verified) => {
  expect(personIn({ email: 'anna@nhs.net', email_verified }, names).email).toBeNull();
});

it('names are single lines without invisible characters (T5)', () => {
  expect(personIn({ name: ' An\u202Ena\r\nReed\u200B ' }, names).name).toBe('Anna Reed');
  for (const name of ['', ' \u200B', 7, null, '\ud800', '\u0430dmin'])
    expect(personIn({ name }, names).name).toBeNull();
  expect(personIn({ name: 'x'.repeat(500) }, names).name).toHaveLength(120);
});

it('a wanted level is insisted on; without one anything goes (S11)', () => {
  expect(levelProblem({ acr: 'aal3' }, { acr: 'aal3' })).toBeNull();
  expect(levelProblem({ acr: 'aal1' }, { acr: 'aal3' })).toBe('level');
  expect(levelProblem({}, { acr: 'aal3' })).toBe('level');
  expect(levelProblem({}, { acr: null })).toBeNull();
});

it('only levels that the settings name prove a second factor (J3)', () => {
  const secondFactorAcrs = ['aal2', 'aal3'];
  expect(hasSecondFactor({ acr: 'aal2' }, { secondFactorAcrs })).toBe(true);
  expect(hasSecondFactor({ acr: 'aal1' }, { secondFactorAcrs })).toBe(false);
  expect(hasSecondFactor({}, { secondFactorAcrs })).toBe(false);
});

it('what is missing is asked for elsewhere', () => {
  expect(isScant({ name: 'A', email: 'b' }, names)).toBe(false);
  expect(isScant({ name: 'A' }, names)).toBe(true);
});
