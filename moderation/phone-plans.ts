import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Countries whose numbers are looked for when they are written without a prefix. */
const NATIONAL: readonly CountryCode[] = ['FR', 'RE', 'GP', 'BE', 'CH', 'LU', 'GB', 'IE', 'DE', 'NL'];
const CALLED: readonly CountryCode[] = [...NATIONAL, 'AT', 'IT', 'ES', 'PT', 'US', 'CA', 'PL', 'DK', 'SE'];
const MAX_ASKED = 24;

/**
 * Numbering plans by libphonenumber (ITU-T E.164 and each country's plan), asked a bounded number of times a
 * text: a question costs some 25 µs. Past the bound every number of a possible length is taken for one, as
 * nobody writes that many without meaning to.
 */
export type PhonePlans = {
  /** Digits with their country prefix, no `+`: of a length that country has. */
  isInternational(digits: string): boolean;
  /** Digits as dialled at home, in one of the countries; more of them when the text says it is a number to call. */
  isNational(digits: string, called: boolean): boolean;
};

export function phonePlans(): PhonePlans {
  let asked = 0;
  const ask = (digits: string, country?: CountryCode) => {
    asked += 1;
    return asked > MAX_ASKED ? null : (parsePhoneNumberFromString(digits, country) ?? false);
  };
  return {
    isInternational(digits) {
      if (digits.length < 8 || digits.length > 17 || digits.startsWith('0')) return false;
      const parsed = ask(`+${digits}`);
      return parsed === null || (parsed !== false && parsed.isPossible());
    },
    isNational(digits, called) {
      if (digits.length < (called ? 8 : 9) || digits.length > 12) return false;
      return (called ? CALLED : NATIONAL).some((country) => {
        const parsed = ask(digits, country);
        return parsed === null || (parsed !== false && parsed.isValid());
      });
    },
  };
}
