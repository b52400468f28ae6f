import { adaptOffer, sitesNotAtWork, sitesToAdaptFor } from './adapt-offer';

const tollbridge = {
  id: 'site:network/tollbridge',
  slug: 'tollbridge',
  name: 'Tollbridge',
  viewerCanStartAdaptation: true,
};
const northvale = {
  id: 'site:network/northvale',
  slug: 'northvale',
  name: 'Northvale',
  viewerCanStartAdaptation: true,
};
const clinic = { status: 'PUBLISHED', site: tollbridge, currentVersion: {}, viewerAdaptation: null };

describe('The offer to adapt an intervention', () => {
  it('is made to members of other sites', () => {
    expect(adaptOffer(clinic, { sites: [northvale] })).toEqual({ kind: 'adapt' });
  });

  it('is not made to people without a site', () => {
    expect(adaptOffer(clinic, { sites: [] })).toEqual({ kind: 'none' });
  });

  it('is another to the site that owns it: something new may come out of what it stopped', () => {
    expect(adaptOffer(clinic, { sites: [tollbridge] })).toEqual({ kind: 'renew' });
    expect(sitesToAdaptFor(clinic, [tollbridge])).toEqual([tollbridge]);
  });

  it('leaves the owning site out for someone who belongs to both', () => {
    expect(adaptOffer(clinic, { sites: [tollbridge, northvale] })).toEqual({ kind: 'adapt' });
    expect(sitesToAdaptFor(clinic, [tollbridge, northvale])).toEqual([northvale]);
  });

  it('is not made to those who only read at their site', () => {
    expect(adaptOffer(clinic, { sites: [{ ...northvale, viewerCanStartAdaptation: false }] })).toEqual({
      kind: 'none',
    });
  });

  it('becomes the way to the own record once there is one', () => {
    const begun = { ...clinic, viewerAdaptation: { id: 'adaptation:northvale/clinic' } };

    expect(adaptOffer(begun, { sites: [northvale] })).toEqual({
      kind: 'go',
      adaptation: 'adaptation:northvale/clinic',
    });
  });

  it('asks visitors to sign in', () => {
    expect(adaptOffer(clinic, null)).toEqual({ kind: 'sign-in' });
  });

  it('is not made for a draft or what was withdrawn', () => {
    expect(adaptOffer({ ...clinic, currentVersion: null, status: 'DRAFT' }, { sites: [northvale] })).toEqual({
      kind: 'none',
    });
    expect(adaptOffer({ ...clinic, status: 'WITHDRAWN' }, { sites: [northvale] })).toEqual({ kind: 'none' });
  });

  it('leaves out the site that is at work on it, but not one whose work has ended', () => {
    const of = (stage: 'TESTING' | 'DECLINED') => ({
      ...clinic,
      viewerAdaptation: { id: 'x', stage, site: northvale },
    });

    expect(sitesNotAtWork(of('TESTING'), [northvale])).toEqual([]);
    expect(sitesNotAtWork(of('DECLINED'), [northvale])).toEqual([northvale]);
    expect(sitesNotAtWork(clinic, [northvale])).toEqual([northvale]);
  });
});
