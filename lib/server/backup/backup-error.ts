import "server-only";

/** Why a backup or a restore did not happen, in one sentence for the operator. Nothing was changed. */
export class BackupError extends Error {}
