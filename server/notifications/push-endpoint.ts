import { lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const LENGTH = 1000;

/**
 * Whether an endpoint that a browser gave may be asked at all: https, the usual port, a name (or an address) of the
 * public internet. What a name leads to is checked again when it is called: `publicLookup`.
 */
export function isPushEndpoint(endpoint: string): boolean {
  if (endpoint.length > LENGTH || !URL.canParse(endpoint)) return false;
  const { protocol, port, username, password, hostname } = new URL(endpoint);
  if (protocol !== 'https:' || port !== '' || username || password) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return isPublic(host);
  return host.includes('.') && !/\.(localhost|local|internal|lan|home|arpa|test|invalid)\.?$/i.test(host);
}

/** Name resolution that leads to no private address: a name of theirs cannot point a request of ours at us. */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '', 0);
    const addresses = found.filter(({ address }) => isPublic(address));
    const [first] = addresses;
    if (!first) return answer(new Error('leads to no public address'), '', 0);
    if (options.all) return answer(null, addresses);
    answer(null, first.address, first.family);
  });
};

/** An address of the public internet, also where it is written as IPv6. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}
