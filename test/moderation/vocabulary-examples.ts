type Examples = Record<string, string[]>;

/** What a shopper of each language may say, near a word that is not always harmless. */
export const HARMLESS: Examples = {
  en: [
    'Is this breast pump dishwasher safe?',
    'Do you have a Maine Coon scratching post?',
    'The knob of the drawer came off',
    'These nude tights match my shoes',
    'Which screw fits the tap?',
    'Pack of assorted glass balls',
    'A bloody good kettle, damn fast too',
    'Does the kids bib come in pink?',
  ],
  fr: [
    'un retard de livraison',
    'un gel douche pour peau sale',
    'La tapette à mouches est-elle solide ?',
    'des bites de poulet au four',
    'un pouf, un blaireau de rasage et une lavette',
    'ma question est peut-être idiote',
    'Va-t-il mourir en hiver, ce rosier ?',
    'un soutien-gorge pour gros seins',
    'il est demeuré intact',
  ],
  es: [
    'una silla de coche para el bebé',
    '¿Se puede coger en tienda?',
    'cortinas con ojetes y forro polar',
    'una paleta de colores negros',
    'repelente antibabosas para el huerto',
    'el pedido está retrasado',
    'impresora hp con cartucho negro',
  ],
  de: [
    'geil, passt der dicke Schal auch?',
    'ein Ständer für die Flöte',
    'schwüles Wetter und ein Hundenapf',
    'Latte macchiato im Puff-Sessel',
    'Alaska-Pollack für die Katze',
    'Schuhwichse in schwarz',
    'Ist das Gerät behindertengerecht?',
    'Der Mist-Eimer ist blöd und hässlich',
  ],
  it: [
    'finocchio e semi di finocchio',
    'una sega circolare con due pacchi di lame',
    'la scopa per il cane e i zoccoli',
    'il vetro ha una crepa',
    'gnocchi e gnocca di patate',
    'il pacco è in ritardo, ritardato ancora',
    'uno zingaro di ceramica, nero',
    'le tettarelle per il biberon',
  ],
  pt: [
    'a rapariga que me atendeu',
    'há uma bicha enorme na caixa',
    'ração para sua cadela e sua galinha',
    'um broche de prata e um cacete de pão',
    'uma broxa para pintar o tecto',
    'o sapatão do menino e o durex',
    'um puto de seis anos',
    'o macaco do carro',
  ],
  nl: [
    'de kant van de doos is dik',
    'een pot met een rits en een mof voor de pijp',
    'kunt u de slang naaien?',
    'lekker vet, die pijpen van de broek',
    'een eikel aan de kerstboom',
    'de hond en de teef eten uit één bak',
    'rotzooi en troep opruimen',
    'nep leer voor de poes',
  ],
};

/** Ordinary phrases in which a term stands by itself. */
export const HARMLESS_PHRASES: Examples = {
  en: ['The Moby Dick audiobook', 'a pussy-bow blouse', 'kaffir lime leaves', 'a bastard file for metal'],
  fr: [
    'un pique-nique',
    'un cul-de-sac',
    'un chili con carne',
    'un cul de poule en inox',
    'le Paris Comic Con',
  ],
  es: ['pinche de cocina con delantal'],
  it: ['il cavallo di Troia', 'un amaro Montenegro', 'Nero di Troia'],
  pt: ['punheta de bacalhau'],
  nl: ['een negerzoen bij de koffie'],
};

/** One insult, one slur, one advance, one threat and one scam of each. */
export const HURTFUL: Examples = {
  en: [
    'What an asshole',
    'filthy jew',
    'send me nudes',
    "I'll find you",
    'DM me to earn: double your bitcoin',
  ],
  fr: ['Quel connard', 'sale bougnoule', 'viens me sucer', 'je sais où tu vis', 'argent facile, crois-moi'],
  es: ['Menudo gilipollas', 'moro de mierda', 'chúpame la polla', 'te voy a matar', 'gana dinero desde casa'],
  de: [
    'So ein Arschloch',
    'Scheiß Kanaken',
    'schick mir nacktbilder',
    'ich bring dich um',
    'Kredit ohne Schufa',
  ],
  it: ['Che stronzo', 'sporco negro', 'voglio scoparti', 'ti ammazzo', 'prestito tra privati, subito'],
  pt: ['Que babaca', 'preto fedido', 'manda nudes', 'vou te matar', 'ganhe dinheiro sem sair de casa'],
  nl: ['Wat een klootzak', 'vuile jood', 'stuur me nudes', 'ik weet waar je woont', 'lenen zonder bkr'],
};
