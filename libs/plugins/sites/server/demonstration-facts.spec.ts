/** How the demonstration file becomes sites and members. */
import { demonstrationNetwork } from '@hub/demonstration';
import { demonstrationMember, demonstrationSite, joiningDate } from './demonstration-facts';

const northvale = demonstrationNetwork.sites.find(({ slug }) => slug === 'northvale')!;
const anjali = demonstrationNetwork.members.find(({ slug }) => slug === 'anjali-thornapple')!;

describe('the demonstration file', () => {
  it('gives every site with names in place of slugs', () => {
    const sites = demonstrationNetwork.sites.map(demonstrationSite);

    expect(sites).toHaveLength(14);
    expect(demonstrationSite(northvale)).toMatchObject({
      name: 'Northvale',
      careModels: ['care-model:network/mcp'],
      population: { value: 168000, basis: 'registered patients' },
      leadOrganisation: { name: 'Northvale GP Federation', kind: 'GP organisation, federation or alliance' },
      illustrative: true,
    });
  });

  it('says which month a site joined in', () => {
    expect(joiningDate(northvale).toISOString()).toBe('2016-01-01T09:00:00.000Z');
  });

  it('gives a member with their professional group in words', () => {
    expect(demonstrationMember(anjali, northvale)).toMatchObject({
      displayName: 'Dr Anjali Thornapple',
      roleTitle: 'GP lead, respiratory',
      professionalGroup: 'General practice',
      careModels: ['care-model:network/mcp'],
    });
  });
});
