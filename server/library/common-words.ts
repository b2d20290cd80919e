/** Words that half of all messages are made of, collected by hand: hardly what a manager means to forbid. */
const FRENCH = `
  le la les un une des du de au aux en et ou où mais donc car ni or que qui quoi dont ce cet cette ces
  ça cela celui celle je tu il elle on nous vous ils elles me te se lui leur leurs moi toi soi eux mon
  ton son ma ta sa mes tes ses notre votre nos vos être est suis es sont était avoir ai as a avons avez
  ont avait faire fait fais aller va vais vont pouvoir peut peux pouvez vouloir veut veux voulez devoir
  doit dois savoir sais sait voir vu dire dit prendre pris mettre mis venir vient trouver acheter
  acheté commander commande commandé livraison livré recevoir reçu retour retourner échange produit
  article taille prix pointure couleur magasin boutique site client clients service question réponse
  problème merci bonjour bonsoir salut oui non si pas plus moins très trop bien mal bon bonne bons
  mieux aussi encore toujours jamais déjà ici là avec sans pour par sur sous dans entre vers chez avant
  après pendant depuis comme quand comment pourquoi combien tout tous toute toutes rien quelque
  quelques chaque autre autres même petit petite grand grande nouveau nouvelle jour jours mois semaine
  an ans année temps fois heure aujourd'hui demain hier chose gens personne monde besoin avis conseil
  qualité parfait super
`;
const ENGLISH = `
  the an and or but if then else of to in on at by for from with without about into over under after
  before between through during i you he she it we they me him her us them my your his its our their
  mine yours this that these those what which who whom whose when where why how is are was were be been
  being am do does did done have has had having can could will would shall should may might must not no
  yes all any some many much more most few less other another such same so than too very just only also
  even still again already always never often now here there up down out off go goes going went get got
  give given take taken make made come came see seen know known think thought want wanted need needed
  like liked look use used find found buy bought order ordered delivery delivered return returned
  refund exchange product item size price color colour shop store website customer customers service
  question answer problem issue thanks thank please hello hi good bad better best great nice new old
  big small little long short right left first last next day days week month year time today tomorrow
  yesterday people person thing things way work works help quality perfect really
`;

const COMMON = new Set(`${FRENCH} ${ENGLISH}`.trim().split(/\s+/));

/** Whether an entry is nothing but a very common word, its `*` aside. */
export const isCommonWord = (text: string) => COMMON.has(text.toLowerCase().replace(/\*/g, '').trim());
