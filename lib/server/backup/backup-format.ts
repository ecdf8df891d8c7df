import "server-only";
import { z } from "zod";

/**
 * A backup is one gzip file of lines: a header, then for each table a line that opens it and one line per row (the list of
 * its columns as text, null for NULL), and at the end the SHA-256 of all bytes before it. The checksum finds damage; it
 * does not prove who wrote the file.
 */
export const FORMAT_VERSION = 1;

export const headerSchema = z.object({
  format: z.literal("shortlist-backup"),
  version: z.number().int(),
  createdAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  counts: z.record(z.string(), z.number().int()),
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const tableLineSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
export const trailerSchema = z.object({ sha256: z.string().length(64) });

/** Everything that changes how PostgreSQL writes a value as text, so that both ends write and read the same. */
export const TEXT_SETTINGS = `
  SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 3; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0;`;
