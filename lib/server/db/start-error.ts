import "server-only";

/** What goes wrong at a start, in one sentence that says what to do. */
export class StartError extends Error {}
