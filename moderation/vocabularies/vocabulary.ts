/** Words and phrases of one language by category, as a vocabulary file lists them. */
export type Vocabulary = Record<'insult' | 'slur' | 'sexual' | 'threat' | 'scam', readonly string[]>;
