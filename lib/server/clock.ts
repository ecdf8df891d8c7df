import "server-only";

/** The only clock outside the database. */
export const now = (): Date => new Date();
