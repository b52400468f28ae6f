import { addressGroup, addressOf } from './address';

const asked = (forwarded: string | undefined, remoteAddress = '10.0.0.9') => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

it.each([
  ['without trusted proxies it is who is connected', 0, '1.2.3.4', '10.0.0.9'],
  ['with one it is the last entry', 1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  ['with two it is the last but one', 2, '6.6.6.6, 1.2.3.4, 10.0.0.8', '1.2.3.4'],
  ['with fewer entries than proxies it is the first', 3, '1.2.3.4, 10.0.0.8', '1.2.3.4'],
  ['without the header it is who is connected', 1, undefined, '10.0.0.9'],
  ['an entry that is no address is not believed', 1, 'unknown', '10.0.0.9'],
  ['ports and brackets are left out', 1, '[2001:DB8::1]:443', '2001:db8::1'],
  ['a port after an IPv4 address is left out', 1, '1.2.3.4:5678', '1.2.3.4'],
])('%s (S13)', (_name, trustedProxies, forwarded, address) => {
  expect(addressOf(asked(forwarded), { trustedProxies })).toBe(address);
});

it('IPv4 is written as such however it is connected (S13)', () => {
  expect(addressOf(asked(undefined, '::ffff:127.0.0.1'), { trustedProxies: 0 })).toBe('127.0.0.1');
});

it.each([
  ['1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
