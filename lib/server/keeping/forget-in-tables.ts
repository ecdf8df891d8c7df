import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Tx } from "../db/client";

type Person = { id: string; name: string };
type Forgetting = { worksheetId: string; person: Person; anonymous: Person };
type Column = { table: string; id: string; name: string | null };

/**
 * Replaces the person by the anonymous seat wherever a table names a member, with the name beside it. Read from the database's
 * own catalogue, so that a table that is added later is covered by its column names: `by_member_id` with `by_name`.
 */
export async function forgetInTables(tx: Tx, { worksheetId, person, anonymous }: Forgetting): Promise<void> {
  await forgetActor(tx, { person, anonymous });
  // Rows without an id beside the name; a namesake's own rows have theirs and are left alone.
  const renamed = { where: { worksheetId, byName: person.name, byMemberId: null }, data: { byName: anonymous.name } };
  await tx.leakProbe.updateMany(renamed);
  await tx.worksheetArrival.updateMany(renamed);
  await tx.metric.updateMany(renamed);
  await tx.firing.updateMany({
    where: { byName: person.name, byMemberId: null, trigger: { worksheetId } },
    data: { byName: anonymous.name },
  });
  await tx.topic.updateMany({ where: { worksheetId, owner: person.name }, data: { owner: anonymous.name } });
  const quoted = `%${likeText(JSON.stringify(person.name).slice(1, -1))}%`;
  await tx.$executeRaw`DELETE FROM op o USING member m WHERE m.id = o.actor AND m.worksheet_id = ${worksheetId}::uuid
    AND (o.actor = ${person.id}::uuid OR o.reply::text LIKE ${quoted})`;
  await tx.$executeRaw`DELETE FROM job WHERE worksheet_id = ${worksheetId}::uuid AND kind = 'mail'
    AND (input::text LIKE ${quoted} OR input::text LIKE ${`%${person.id}%`})`;
}

/** Every row that names somebody by their id, of a worksheet's member and of a space's alike, names nobody from now on. */
export async function forgetActor(tx: Tx, { person, anonymous }: Omit<Forgetting, "worksheetId">): Promise<void> {
  for (const { table, id, name } of await memberColumns(tx)) {
    const [tableSql, idSql] = [identifier(table), identifier(id)];
    const alsoName = name === null ? Prisma.empty : Prisma.sql`, ${identifier(name)} = ${anonymous.name}`;
    await tx.$executeRaw`UPDATE ${tableSql} SET ${idSql} = ${anonymous.id}::uuid ${alsoName} WHERE ${idSql} = ${person.id}::uuid`;
  }
}

/** Columns that hold member ids, and the column with the display name beside each. */
function memberColumns(tx: Tx): Promise<Column[]> {
  return tx.$queryRaw<Column[]>`
    SELECT c.table_name AS "table", c.column_name AS id, n.column_name AS name
      FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
      LEFT JOIN information_schema.columns n ON n.table_schema = c.table_schema AND n.table_name = c.table_name
        AND n.column_name <> c.column_name
        AND n.column_name = CASE WHEN c.column_name = 'by_member_id' THEN 'by_name' ELSE replace(c.column_name, '_id', '_name') END
     WHERE c.table_schema = 'public' AND c.data_type = 'uuid'
       AND (c.column_name LIKE '%member_id' OR c.column_name = 'pointer_by') AND c.column_name <> 'space_member_id'
     ORDER BY 1, 2`;
}

/** From the catalogue, never from a request; quoted all the same. */
function identifier(name: string): Prisma.Sql {
  return Prisma.raw(`"${name.replaceAll('"', '""')}"`);
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/gu, (sign) => `\\${sign}`);
}
