/** Whether a draft says something else than the one before, however it was made. */
export const isOtherDraft = (draft: unknown, before: unknown): boolean =>
  JSON.stringify(draft) !== JSON.stringify(before);
