import type { Violation } from "./history";
import type { Postgres } from "./postgres";

/** A bug planted on purpose, and the invariant that must notice it: a check that never fails proves nothing. */
export type Mutant = {
  id: string;
  bug: string;
  /** The fault under which it shows. */
  fault: string;
  caughtBy: readonly Violation["invariant"][];
  plant?: (postgres: Postgres) => Promise<unknown>;
  /** A change of source text instead: the app runs from a copy. */
  patch?: { file: string; from: string; to: string };
  /** Done by hand half-way, as somebody with the database's password could. */
  tamper?: (postgres: Postgres) => Promise<unknown>;
};

const PARAMETERS =
  "p_kind text, p_hash bytea, p_worksheet uuid, p_question text, p_op uuid, p_round int, p_fields jsonb, p_fingerprint text, p_member uuid";
const ARGUMENTS = "p_kind, p_hash, p_worksheet, p_question, p_op, p_round, p_fields, p_fingerprint, p_member";

/** Puts `body` in front of the real function, which stays callable as save_answers_right. */
const inFront = (declare: string, body: string) => (postgres: Postgres) =>
  postgres.query(`
    ALTER FUNCTION save_answers_of RENAME TO save_answers_right;
    CREATE SEQUENCE mutant_seq START 1000;
    GRANT USAGE ON SEQUENCE mutant_seq TO PUBLIC;
    CREATE FUNCTION save_answers_of(${PARAMETERS}) RETURNS jsonb LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE v_reply jsonb; ${declare}
    BEGIN ${body} END $$;`);

export const MUTANTS: readonly Mutant[] = [
  {
    id: "M1",
    bug: "the reply goes out and the write does not",
    fault: "FT-01",
    caughtBy: ["I1"],
    plant: inFront(
      "",
      `v_reply := save_answers_right(${ARGUMENTS});
       IF v_reply ? 'ok' AND random() < 0.03 THEN
         RAISE EXCEPTION USING ERRCODE = 'MU001', MESSAGE = 'undone';
       END IF;
       RETURN v_reply;
       EXCEPTION WHEN SQLSTATE 'MU001' THEN RETURN v_reply;`,
    ),
  },
  {
    id: "M2",
    bug: "an operation id is forgotten at once",
    fault: "FT-04",
    caughtBy: ["I3"],
    plant: inFront("", `DELETE FROM op WHERE op_id = p_op; RETURN save_answers_right(${ARGUMENTS});`),
  },
  {
    id: "M3",
    bug: "nobody looks at the base version",
    fault: "FT-12",
    caughtBy: ["I4"],
    plant: inFront(
      "v_fields jsonb;",
      `PERFORM 1 FROM worksheet WHERE id = p_worksheet FOR NO KEY UPDATE;
       SELECT jsonb_agg(f || jsonb_build_object('baseVersion', coalesce((SELECT a.version FROM answer a
           WHERE a.field = f->>'field' AND a.round = p_round
             AND a.member_id = (SELECT r.member_id FROM resolve_access(p_kind, p_hash, p_worksheet) r)), 0)))
         INTO v_fields FROM jsonb_array_elements(p_fields) AS f;
       RETURN save_answers_right(p_kind, p_hash, p_worksheet, p_question, p_op, p_round, v_fields, p_fingerprint, p_member);`,
    ),
  },
  {
    id: "M4",
    bug: "a number of the sequence is drawn before the lock, and used after later ones",
    fault: "FT-12",
    caughtBy: ["I7"],
    // One process has one save of a worksheet under way, so the number is kept for a later save by hand: for some fifty,
    // long enough for one that begins after a higher number was answered.
    plant: async (postgres) => {
      await postgres.query("CREATE TABLE mutant_held (seq bigint); GRANT ALL ON mutant_held TO PUBLIC;");
      await inFront(
        "v_seq bigint; v_held bigint;",
        `v_seq := nextval('mutant_seq');
         IF random() < 0.02 THEN
           DELETE FROM mutant_held RETURNING seq INTO v_held;
           INSERT INTO mutant_held VALUES (v_seq);
           v_seq := coalesce(v_held, nextval('mutant_seq'));
         END IF;
         v_reply := save_answers_right(${ARGUMENTS});
         IF NOT v_reply ? 'ok' OR p_round < 2 THEN RETURN v_reply; END IF;
         UPDATE worksheet SET seq = v_seq WHERE id = p_worksheet;
         RETURN jsonb_set(v_reply, '{ok,seq}', to_jsonb(v_seq));`,
      )(postgres);
    },
  },
  {
    id: "M5",
    bug: "the server shows everything and leaves hiding to the screen",
    fault: "FT-01",
    caughtBy: ["I9"],
    patch: {
      file: "lib/domain/worksheet/projection.ts",
      from: "if (revealed.has(answer.question) && !state.blind.includes(answer.memberId)) return true;",
      to: "return true;",
    },
  },
  {
    id: "M6",
    bug: "somebody cuts the end off the audit chains",
    fault: "FT-01",
    caughtBy: ["I8"],
    // Half of it, so that at least one head that was noted before is among what is gone.
    tamper: (postgres) =>
      postgres.query(`
        SET session_replication_role = replica;
        ALTER TABLE audit_event DISABLE TRIGGER ALL;
        DELETE FROM audit_event e WHERE e.seq > (SELECT max(seq) / 2 FROM audit_event x WHERE x.chain = e.chain);
        ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_change;
        ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_truncate;`),
  },
];
