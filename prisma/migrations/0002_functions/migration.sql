-- Who is asking, what they may write, and the record of it, decided where the rows are: one call per hot write.

-- The append-only chain ---------------------------------------------------------------------------------------------

-- Appends one event to a chain and returns its hash. Callers hold the worksheet's row lock already, the advisory lock
-- covers those that do not. The app role may call this and may not touch the table.
CREATE FUNCTION audit_append(p_chain uuid, p_payload text) RETURNS text
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
  v_hash := audit_hash(v_prev, v_seq, p_chain, v_at, p_payload);
  INSERT INTO audit_event (chain, seq, at, payload, prev, hash) VALUES (p_chain, v_seq, v_at, p_payload, v_prev, v_hash);
  RETURN v_hash;
END $$;

CREATE FUNCTION audit_hash(p_prev text, p_seq bigint, p_chain uuid, p_at timestamptz, p_payload text) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT encode(sha256(convert_to(
    p_prev || '|' || p_seq || '|' || p_chain || '|' || to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || p_payload,
    'UTF8')), 'hex')
$$;

-- 'OK', or what is broken and where. A cut tail is only seen against an exported head.
CREATE FUNCTION audit_verify(p_chain uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_row audit_event;
  v_prev text := repeat('0', 64);
  v_seq bigint := 0;
BEGIN
  FOR v_row IN SELECT * FROM audit_event WHERE chain = p_chain ORDER BY seq LOOP
    IF v_row.seq <> v_seq + 1 THEN RETURN 'BROKEN order at ' || v_row.seq; END IF;
    IF v_row.prev <> v_prev THEN RETURN 'BROKEN link at ' || v_row.seq; END IF;
    IF v_row.hash <> audit_hash(v_row.prev, v_row.seq, v_row.chain, v_row.at, v_row.payload) THEN
      RETURN 'BROKEN hash at ' || v_row.seq;
    END IF;
    v_prev := v_row.hash;
    v_seq := v_row.seq;
  END LOOP;
  RETURN 'OK';
END $$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_change;
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_truncate;

-- Who is asking -----------------------------------------------------------------------------------------------------

-- Resolves a credential on one worksheet. The state is ok, unnamed (a shared link before a name was given), dead (no such
-- session or link, expired, revoked, or the person was removed); none (alive, but nothing to do with this worksheet).
CREATE FUNCTION resolve_access(p_kind text, p_hash bytea, p_worksheet uuid,
  OUT state text, OUT member_id uuid, OUT role text, OUT link_id uuid, OUT sealed_before timestamptz)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_session uuid;
  v_link link;
  v_live boolean;
BEGIN
  IF p_kind = 'bearer' THEN
    SELECT * INTO v_link FROM link l WHERE l.token_hash = p_hash;
    IF NOT FOUND OR v_link.kind = 'code' OR v_link.revoked_at IS NOT NULL OR v_link.expires_at < now() THEN state := 'dead'; RETURN; END IF;
    IF v_link.worksheet_id <> p_worksheet OR NOT EXISTS (SELECT 1 FROM worksheet w WHERE w.id = p_worksheet AND w.deleted_at IS NULL) THEN
      state := 'none'; RETURN;
    END IF;
    link_id := v_link.id;
    sealed_before := v_link.sealed_before;
    IF v_link.member_id IS NULL THEN state := 'unnamed'; RETURN; END IF;
    SELECT m.id, m.role INTO member_id, role FROM member m WHERE m.id = v_link.member_id AND m.removed_at IS NULL;
    state := CASE WHEN FOUND THEN 'ok' ELSE 'dead' END;
    RETURN;
  END IF;

  SELECT s.id INTO v_session FROM session s WHERE s.id_hash = p_hash AND s.last_seen_at > now() - interval '90 days';
  IF NOT FOUND THEN state := 'dead'; RETURN; END IF;
  SELECT m.id, m.role, l.id, (l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > now() OR l.kind = 'code') AND m.removed_at IS NULL), l.sealed_before
    INTO member_id, role, link_id, v_live, sealed_before
    FROM "grant" g JOIN link l ON l.id = g.link_id JOIN member m ON m.id = g.member_id JOIN worksheet w ON w.id = g.worksheet_id
    WHERE g.session_id = v_session AND g.worksheet_id = p_worksheet AND w.deleted_at IS NULL
    ORDER BY 4 DESC, g.granted_at DESC LIMIT 1;
  IF FOUND THEN state := CASE WHEN v_live THEN 'ok' ELSE 'dead' END; RETURN; END IF;
  SELECT g.link_id INTO link_id FROM "grant" g JOIN link l ON l.id = g.link_id JOIN worksheet w ON w.id = g.worksheet_id
    WHERE g.session_id = v_session AND g.worksheet_id = p_worksheet AND g.member_id IS NULL AND l.revoked_at IS NULL AND w.deleted_at IS NULL
    ORDER BY g.granted_at DESC LIMIT 1;
  state := CASE WHEN FOUND THEN 'unnamed' ELSE 'none' END;
END $$;

-- True while a revision stands: what it holds is read-only until it is decided against or withdrawn.
CREATE FUNCTION is_frozen(p_worksheet uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM revision r WHERE r.worksheet_id = p_worksheet AND r.status IN ('proposed', 'accepted'))
$$;

-- Saving answers ----------------------------------------------------------------------------------------------------

-- Saves fields of one question, all or none. `p_fields` is a list of {field, value, unknown, basis, reason, baseVersion}.
-- The worksheet row is locked first, so that a reveal or a freeze cannot slip between the checks and the write.
-- Replies {ok: {...}} or {error: code, ...}. A hidden answer leaves no trace in `seq`, so nobody can count it.
CREATE FUNCTION save_answers(p_kind text, p_hash bytea, p_worksheet uuid, p_question text, p_op uuid, p_round int, p_fields jsonb, p_fingerprint text)
RETURNS jsonb LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  v_seq bigint;
  v_access record;
  v_op op;
  v_round int;
  v_conflicts jsonb;
  v_versions jsonb;
  v_reply jsonb;
BEGIN
  SELECT seq INTO v_seq FROM worksheet WHERE id = p_worksheet FOR NO KEY UPDATE;
  SELECT * INTO v_access FROM resolve_access(p_kind, p_hash, p_worksheet);
  IF v_access.state <> 'ok' THEN RETURN jsonb_build_object('error', v_access.state); END IF;
  IF v_access.role NOT IN ('facilitator', 'member') THEN RETURN jsonb_build_object('error', 'forbidden'); END IF;

  SELECT * INTO v_op FROM op WHERE actor = v_access.member_id AND op_id = p_op;
  IF FOUND THEN
    IF v_op.fingerprint <> p_fingerprint THEN RETURN jsonb_build_object('error', 'op_reused'); END IF;
    RETURN jsonb_build_object('ok', v_op.reply || '{"replayed": true}', 'member', v_access.member_id);
  END IF;

  IF is_frozen(p_worksheet) THEN RETURN jsonb_build_object('error', 'frozen'); END IF;
  v_round := CASE WHEN EXISTS (SELECT 1 FROM reveal r WHERE r.worksheet_id = p_worksheet AND r.question = p_question) THEN 2 ELSE 1 END;
  IF v_round <> p_round THEN RETURN jsonb_build_object('error', 'round_closed', 'round', v_round); END IF;

  -- A sealed answer shows its version, so that it can be overwritten, and nothing of what it says.
  SELECT jsonb_object_agg(f.field, jsonb_build_object('memberId', v_access.member_id, 'field', f.field, 'round', p_round,
      'value', CASE WHEN s.sealed THEN NULL ELSE a.value END, 'unknown', NOT s.sealed AND coalesce(a.unknown, false),
      'basis', CASE WHEN s.sealed THEN NULL ELSE a.basis END, 'reason', CASE WHEN s.sealed THEN NULL ELSE a.reason END,
      'version', coalesce(a.version, 0), 'late', coalesce(a.late, false)))
    INTO v_conflicts
    FROM jsonb_to_recordset(p_fields) AS f(field text, "baseVersion" int)
    LEFT JOIN answer a ON a.member_id = v_access.member_id AND a.field = f.field AND a.round = p_round
    CROSS JOIN LATERAL (SELECT coalesce(p_round = 1 AND a.saved_at < v_access.sealed_before, false) AS sealed) s
    WHERE coalesce(a.version, 0) <> f."baseVersion";
  IF v_conflicts IS NOT NULL THEN RETURN jsonb_build_object('error', 'stale_version', 'current', v_conflicts); END IF;

  WITH written AS (
    INSERT INTO answer AS a (worksheet_id, member_id, field, round, question, value, unknown, basis, reason, version, saved_at)
    SELECT p_worksheet, v_access.member_id, f.field, p_round, p_question, nullif(f.value, 'null'::jsonb), coalesce(f.unknown, false), f.basis, f.reason, 1, now()
      FROM jsonb_to_recordset(p_fields) AS f(field text, value jsonb, unknown boolean, basis text, reason text)
    ON CONFLICT (member_id, field, round) DO UPDATE
      SET value = excluded.value, unknown = excluded.unknown, basis = excluded.basis, reason = excluded.reason, version = a.version + 1, saved_at = now()
    RETURNING a.field, a.version)
  SELECT jsonb_object_agg(field, version) INTO v_versions FROM written;

  -- The event names what was saved and pins it by a digest salted with the operation's random id. The values stay in
  -- the answer rows, where a person can be erased.
  PERFORM audit_append(p_worksheet, jsonb_build_object('type', 'answers_saved', 'by', v_access.member_id, 'op', p_op, 'question', p_question,
    'round', p_round, 'versions', v_versions, 'digest', encode(sha256(convert_to(p_op::text || p_fields::text, 'UTF8')), 'hex'))::text);

  IF p_round > 1 THEN
    UPDATE worksheet SET seq = seq + 1 WHERE id = p_worksheet RETURNING seq INTO v_seq;
  END IF;
  UPDATE member SET last_seen_at = now() WHERE id = v_access.member_id AND (last_seen_at IS NULL OR last_seen_at < now() - interval '20 seconds');
  v_reply := jsonb_build_object('seq', v_seq, 'versions', v_versions, 'replayed', false);
  INSERT INTO op (actor, op_id, fingerprint, reply) VALUES (v_access.member_id, p_op, p_fingerprint, v_reply);
  RETURN jsonb_build_object('ok', v_reply, 'member', v_access.member_id);
END $$;
