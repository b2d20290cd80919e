/** Under which name what an author is making of a message is kept. */
export const draftOfEdit = ({ id }: { id: string }): string => `edit:${id}`;
