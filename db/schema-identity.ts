/** Rows of the shop's word on its customers, and of what regulars are asked to become. */
export type IdentityTables = {
  identity_secret: IdentitySecretRow;
  promotion: PromotionRow;
};

/** What a shop signs its customers' identities with. */
export type IdentitySecretRow = {
  id: string;
  site_id: string;
  /** Encrypted: the text itself is shown once, when it is made. */
  sealed: string;
  created_by: string | null;
  created_at: number;
  /** From when on it counts no more; null = until further notice. */
  retires_at: number | null;
  last_used_at: number | null;
};

export type PromotionOutcome = 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** An offer to become an expert or a moderator. */
export type PromotionRow = {
  id: string;
  site_id: string;
  person_id: string;
  role: 'expert' | 'moderator';
  created_by: string;
  created_at: number;
  expires_at: number;
  /** null = it waits for an answer. */
  outcome: PromotionOutcome | null;
  ended_at: number | null;
  /** The address a code was sent to, and what is kept of the code; forgotten when the offer has ended. */
  email: string | null;
  code_hash: string | null;
  code_expires_at: number | null;
  code_tries: number;
};
