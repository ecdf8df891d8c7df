-- The hot write again, word for word what it was, asked in cheaper ways: PostgreSQL plans the body of an SQL function anew
-- for each statement that calls it, and reading one row through FROM opens an executor that an assignment does not need.
-- A save takes a sixth less time in a group of 64 (0.27 to 0.23 ms, measured).

-- The hash as audit_hash() has it; audit_verify() goes on asking that one.
CREATE OR REPLACE FUNCTION audit_append(p_chain uuid, p_payload text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_prev text;
  v_seq bigint;
  v_at timestamptz := clock_timestamp();
  v_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || p_chain::text, 0));
  SELECT seq, hash INTO v_seq, v_prev FROM audit_event WHERE chain = p_chain ORDER BY seq DESC LIMIT 1;
  v_seq := coalesce(v_seq, 0) + 1;
  v_prev := coalesce(v_prev, repeat('0', 64));
  v_hash := encode(sha256(convert_to(v_prev || '|' || v_seq || '|' || p_chain || '|'
    || to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || p_payload, 'UTF8')), 'hex');
  INSERT INTO audit_event (chain, seq, at, payload, prev, hash) VALUES (p_chain, v_seq, v_at, p_payload, v_prev, v_hash);
  RETURN v_hash;
END $$;

CREATE OR REPLACE FUNCTION is_frozen(p_worksheet uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM revision r WHERE r.worksheet_id = p_worksheet AND r.status IN ('proposed', 'accepted'));
END $$;

CREATE OR REPLACE FUNCTION resolve_access(p_kind text, p_hash bytea, p_worksheet uuid,
  OUT state text, OUT member_id uuid, OUT role text, OUT link_id uuid, OUT sealed_before timestamptz)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_own record;
  v_space uuid;
  v_through record;
BEGIN
  v_own := resolve_own_access(p_kind, p_hash, p_worksheet);
  IF v_own.state <> 'ok' THEN
    SELECT w.space_id INTO v_space FROM worksheet w WHERE w.id = p_worksheet AND w.deleted_at IS NULL;
    IF v_space IS NOT NULL THEN
      SELECT * INTO v_through FROM resolve_space(p_kind, p_hash, v_space);
      IF v_through.state = 'ok' THEN
        state := 'ok';
        link_id := v_through.link_id;
        sealed_before := v_through.sealed_before;
        SELECT m.id, m.role INTO member_id, role FROM member m
          WHERE m.worksheet_id = p_worksheet AND m.space_member_id = v_through.member_id AND m.removed_at IS NULL;
        IF NOT FOUND THEN
          member_id := v_through.member_id;
          role := 'observer';
        END IF;
        RETURN;
      END IF;
    END IF;
    -- A space's own link, or a browser that knows a space only, is alive and has nothing to do with this worksheet.
    IF v_own.state = 'dead' AND p_kind = 'bearer' AND EXISTS (SELECT 1 FROM space_link l WHERE l.token_hash = p_hash AND l.revoked_at IS NULL) THEN
      state := 'none';
      RETURN;
    END IF;
  END IF;
  state := v_own.state;
  member_id := v_own.member_id;
  role := v_own.role;
  link_id := v_own.link_id;
  sealed_before := v_own.sealed_before;
END $$;

CREATE OR REPLACE FUNCTION save_answers_of(p_kind text, p_hash bytea, p_worksheet uuid, p_question text, p_op uuid, p_round int, p_fields jsonb, p_fingerprint text, p_member uuid)
RETURNS jsonb LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  v_seq bigint;
  v_access record;
  v_author uuid;
  v_op op;
  v_is_revealed boolean;
  v_is_blind boolean;
  v_round int;
  v_conflicts jsonb;
  v_versions jsonb;
  v_reply jsonb;
BEGIN
  SELECT seq INTO v_seq FROM worksheet WHERE id = p_worksheet FOR NO KEY UPDATE;
  v_access := resolve_access(p_kind, p_hash, p_worksheet);
  IF v_access.state <> 'ok' THEN RETURN jsonb_build_object('error', v_access.state); END IF;
  IF v_access.role NOT IN ('facilitator', 'member') THEN RETURN jsonb_build_object('error', 'forbidden'); END IF;
  v_author := coalesce(p_member, v_access.member_id);
  IF p_member IS NOT NULL THEN
    IF v_access.role <> 'facilitator' THEN RETURN jsonb_build_object('error', 'forbidden'); END IF;
    IF NOT EXISTS (SELECT 1 FROM proxy p JOIN member m ON m.id = p.member_id
        WHERE p.member_id = p_member AND p.worksheet_id = p_worksheet AND p.by_member_id = v_access.member_id AND m.removed_at IS NULL) THEN
      RETURN jsonb_build_object('error', 'none');
    END IF;
  END IF;

  SELECT * INTO v_op FROM op WHERE actor = v_access.member_id AND op_id = p_op;
  IF FOUND THEN
    IF v_op.fingerprint <> p_fingerprint THEN RETURN jsonb_build_object('error', 'op_reused'); END IF;
    RETURN jsonb_build_object('ok', v_op.reply || '{"replayed": true}', 'member', v_access.member_id);
  END IF;

  IF is_frozen(p_worksheet) THEN RETURN jsonb_build_object('error', 'frozen'); END IF;
  v_is_revealed := EXISTS (SELECT 1 FROM reveal r WHERE r.worksheet_id = p_worksheet AND r.question = p_question);
  v_is_blind := v_is_revealed AND EXISTS (SELECT 1 FROM late_blind b WHERE b.member_id = v_author AND b.ended_at IS NULL);
  v_round := CASE WHEN v_is_revealed AND NOT v_is_blind THEN 2 ELSE 1 END;
  IF v_round <> p_round THEN RETURN jsonb_build_object('error', 'round_closed', 'round', v_round); END IF;

  -- A sealed answer shows its version, so that it can be overwritten, and nothing of what it says.
  SELECT jsonb_object_agg(f.field, jsonb_build_object('memberId', v_author, 'field', f.field, 'round', p_round,
      'value', CASE WHEN s.sealed THEN NULL ELSE a.value END, 'unknown', NOT s.sealed AND coalesce(a.unknown, false),
      'basis', CASE WHEN s.sealed THEN NULL ELSE a.basis END, 'reason', CASE WHEN s.sealed THEN NULL ELSE a.reason END,
      'version', coalesce(a.version, 0), 'late', coalesce(a.late, false)))
    INTO v_conflicts
    FROM jsonb_to_recordset(p_fields) AS f(field text, "baseVersion" int)
    LEFT JOIN answer a ON a.member_id = v_author AND a.field = f.field AND a.round = p_round
    CROSS JOIN LATERAL (SELECT coalesce(p_round = 1 AND a.saved_at < v_access.sealed_before, false) AS sealed) s
    WHERE coalesce(a.version, 0) <> f."baseVersion";
  IF v_conflicts IS NOT NULL THEN RETURN jsonb_build_object('error', 'stale_version', 'current', v_conflicts); END IF;

  WITH written AS (
    INSERT INTO answer AS a (worksheet_id, member_id, field, round, question, value, unknown, basis, reason, version, late, saved_at)
    SELECT p_worksheet, v_author, f.field, p_round, p_question, nullif(f.value, 'null'::jsonb), coalesce(f.unknown, false), f.basis, f.reason, 1, v_is_blind, now()
      FROM jsonb_to_recordset(p_fields) AS f(field text, value jsonb, unknown boolean, basis text, reason text)
    ON CONFLICT (member_id, field, round) DO UPDATE
      SET value = excluded.value, unknown = excluded.unknown, basis = excluded.basis, reason = excluded.reason, version = a.version + 1, saved_at = now()
    RETURNING a.field, a.version)
  SELECT jsonb_object_agg(field, version) INTO v_versions FROM written;

  -- The event names what was saved and pins it by a digest salted with the operation's random id. The values stay in
  -- the answer rows, where a person can be erased.
  PERFORM audit_append(p_worksheet, (jsonb_build_object('type', 'answers_saved', 'by', v_access.member_id, 'op', p_op, 'question', p_question,
    'round', p_round, 'versions', v_versions, 'digest', encode(sha256(convert_to(p_op::text || p_fields::text, 'UTF8')), 'hex'))
    || CASE WHEN p_member IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('for', p_member) END)::text);

  IF p_round > 1 THEN
    UPDATE worksheet SET seq = seq + 1 WHERE id = p_worksheet RETURNING seq INTO v_seq;
  END IF;
  UPDATE member SET last_seen_at = now() WHERE id = v_access.member_id AND (last_seen_at IS NULL OR last_seen_at < now() - interval '20 seconds');
  v_reply := jsonb_build_object('seq', v_seq, 'versions', v_versions, 'replayed', false);
  INSERT INTO op (actor, op_id, fingerprint, reply) VALUES (v_access.member_id, p_op, p_fingerprint, v_reply);
  RETURN jsonb_build_object('ok', v_reply, 'member', v_access.member_id);
END $$;
