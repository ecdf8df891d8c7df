-- CreateTable
CREATE TABLE "workshop" (
    "worksheet_id" UUID NOT NULL,
    "reveal_policy" TEXT NOT NULL DEFAULT 'together',
    "agenda" TEXT NOT NULL DEFAULT '45',
    "closes_at" TIMESTAMPTZ(6),
    "lead_member_id" UUID,
    "take_over_locked_at" TIMESTAMPTZ(6),
    "pointer_screen" TEXT,
    "pointer_topic" TEXT,
    "pointer_by" UUID,
    "pointer_at" TIMESTAMPTZ(6),
    "timer_started_at" TIMESTAMPTZ(6),
    "timer_seconds" INTEGER,
    "timer_topic" TEXT,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("worksheet_id")
);

-- CreateTable
CREATE TABLE "role_change" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_ready" (
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_ready_pkey" PRIMARY KEY ("worksheet_id","member_id","screen")
);

-- CreateTable
CREATE TABLE "late_blind" (
    "member_id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "late_blind_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "proxy" (
    "member_id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proxy_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "merged_member" (
    "member_id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "into_member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merged_member_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "worksheet_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "due_on" DATE,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("worksheet_id","field")
);

-- CreateTable
CREATE TABLE "consent_round" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "consent_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "remedy" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "commit_text" TEXT,
    "commit_condition" TEXT,
    "commit_named" BOOLEAN NOT NULL DEFAULT true,
    "committed_at" TIMESTAMPTZ(6),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("round_id","member_id")
);

-- CreateTable
CREATE TABLE "note_read" (
    "worksheet_id" UUID NOT NULL,
    "note_member_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_read_pkey" PRIMARY KEY ("worksheet_id","note_member_id","question","member_id")
);

-- CreateTable
CREATE TABLE "answer_cause" (
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_cause_pkey" PRIMARY KEY ("member_id","field")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "premortem" (
    "worksheet_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_member_id" UUID NOT NULL,
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "premortem_pkey" PRIMARY KEY ("worksheet_id")
);

-- CreateTable
CREATE TABLE "premortem_card" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "theme" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "premortem_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leak_probe" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replies" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "leaks" JSONB NOT NULL,

    CONSTRAINT "leak_probe_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "role_change_worksheet_id_idx" ON "role_change"("worksheet_id");

-- CreateIndex
CREATE INDEX "late_blind_worksheet_id_idx" ON "late_blind"("worksheet_id");

-- CreateIndex
CREATE INDEX "proxy_worksheet_id_idx" ON "proxy"("worksheet_id");

-- CreateIndex
CREATE INDEX "merged_member_worksheet_id_idx" ON "merged_member"("worksheet_id");

-- CreateIndex
CREATE INDEX "consent_round_worksheet_id_idx" ON "consent_round"("worksheet_id");

-- CreateIndex
CREATE INDEX "answer_cause_worksheet_id_idx" ON "answer_cause"("worksheet_id");

-- CreateIndex
CREATE INDEX "comment_worksheet_id_idx" ON "comment"("worksheet_id");

-- CreateIndex
CREATE INDEX "premortem_card_worksheet_id_idx" ON "premortem_card"("worksheet_id");

-- CreateIndex
CREATE INDEX "leak_probe_worksheet_id_idx" ON "leak_probe"("worksheet_id");

-- AddForeignKey
ALTER TABLE "workshop" ADD CONSTRAINT "workshop_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_change" ADD CONSTRAINT "role_change_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_ready" ADD CONSTRAINT "stage_ready_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_blind" ADD CONSTRAINT "late_blind_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proxy" ADD CONSTRAINT "proxy_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_member" ADD CONSTRAINT "merged_member_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_round" ADD CONSTRAINT "consent_round_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "consent_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_read" ADD CONSTRAINT "note_read_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_cause" ADD CONSTRAINT "answer_cause_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "premortem" ADD CONSTRAINT "premortem_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "premortem_card" ADD CONSTRAINT "premortem_card_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "premortem"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leak_probe" ADD CONSTRAINT "leak_probe_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "workshop"("worksheet_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Saving answers: a late joiner's blind round 1, and what a facilitator types for somebody without a device -------------

-- As before, with `p_member`: null saves for whoever the credential proves, else for the person whom this facilitator
-- speaks for. Somebody who answers blind after the reveal stays in round 1, marked late, and moves no `seq`.
CREATE FUNCTION save_answers_of(p_kind text, p_hash bytea, p_worksheet uuid, p_question text, p_op uuid, p_round int, p_fields jsonb, p_fingerprint text, p_member uuid)
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
  SELECT * INTO v_access FROM resolve_access(p_kind, p_hash, p_worksheet);
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

CREATE OR REPLACE FUNCTION save_answers(p_kind text, p_hash bytea, p_worksheet uuid, p_question text, p_op uuid, p_round int, p_fields jsonb, p_fingerprint text)
RETURNS jsonb LANGUAGE sql SET search_path = public, pg_temp AS $$
  SELECT save_answers_of(p_kind, p_hash, p_worksheet, p_question, p_op, p_round, p_fields, p_fingerprint, NULL)
$$;
