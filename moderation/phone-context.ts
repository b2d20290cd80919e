const CALL =
  /(?:\btel|telephone|phone|mobile|\bmob|portable|whatsapp|\bsms|appel\w*|call(?: me)?(?: on| at)?|text me(?: on| at)?|joindre|joignable|reach me)[^\p{L}\d]{0,4}(?:(?:au|at|is|est|on|le|moi|me)[^\p{L}\d]{1,3}){0,2}[(+]{0,2}$/u;
const REFERENCE =
  /(?:isbn|ean|gtin|siren|siret|\bref|reference|commande|order|colis|suivi|tracking|facture|invoice|article|sku|asin|serie|serial)[^\p{L}\d]{0,4}(?:(?:n|no|numero|number)[^\p{L}\d]{0,3})?$/u;
const ADDRESS = /(?:\/\/|www\.|\w\.\w+\/)\S*$/;
const DIALLED = /(?:wa\.me|t\.me|api\.whatsapp\.com\/send\?phone=)[/+]*$/;
const LOOK_BACK = 40;

/** Whether what stands before says that a number to call follows: « mon tel : », `call me at`. */
export function isCalled(text: string, at: number): boolean {
  return CALL.test(before(text, at));
}

/** « Réf. », « commande n° »: a number that is no telephone's follows. */
export function isReference(text: string, at: number): boolean {
  return REFERENCE.test(before(text, at));
}

/** Inside a web address. */
export function isAddressPart(text: string, at: number): boolean {
  return ADDRESS.test(before(text, at));
}

/** Behind the address of a service that calls the number: `wa.me/33…`. */
export function isDialled(text: string, at: number): boolean {
  return DIALLED.test(before(text, at));
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - LOOK_BACK), at);
}
