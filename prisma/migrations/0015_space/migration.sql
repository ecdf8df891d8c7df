-- Team spaces: people and links of their own, one numbering, a decision log with its search, and API keys. Added empty; every
-- worksheet stands alone until somebody moves it.

-- AlterTable
ALTER TABLE "worksheet" ADD COLUMN     "space_id" UUID;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "space_member_id" UUID;

-- CreateTable
CREATE TABLE "space" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(6),

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_member" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "space_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_link" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "member_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "sealed_before" TIMESTAMPTZ(6),

    CONSTRAINT "space_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_grant" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "link_id" UUID,
    "member_id" UUID,
    "granted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "ending" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_number" (
    "space_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_number_pkey" PRIMARY KEY ("space_id","number")
);

-- CreateTable
CREATE TABLE "number_skip" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "number_skip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "worksheet_id" UUID,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_written" TEXT,
    "chosen" TEXT,
    "engines" TEXT[],
    "tags" TEXT[],
    "decided_on" DATE,
    "sort_at" TIMESTAMPTZ(6) NOT NULL,
    "approvers" TEXT[],
    "review_on" DATE,
    "has_dissent" BOOLEAN,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Words as written, so that the beginning of one finds it, and beside them the stems of an English text. What is indexed is
    -- bounded, because a vector may not pass 1 MB.
    "search" tsvector GENERATED ALWAYS AS (
      to_tsvector('simple', "title") || to_tsvector('simple', left("body", 60000)) ||
      CASE WHEN "language" = 'en' THEN to_tsvector('english', "title") || to_tsvector('english', left("body", 60000)) ELSE ''::tsvector END
    ) STORED,
    "title_search" tsvector GENERATED ALWAYS AS (
      to_tsvector('simple', "title") || CASE WHEN "language" = 'en' THEN to_tsvector('english', "title") ELSE ''::tsvector END
    ) STORED,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_source" (
    "entry_id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "format" TEXT NOT NULL,
    "warnings" TEXT[],
    "number" TEXT,
    "superseded_by" TEXT,
    "supersedes" TEXT,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "log_source_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "log_link" (
    "by_id" UUID NOT NULL,
    "replaced_id" UUID NOT NULL,
    "is_partial" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "log_link_pkey" PRIMARY KEY ("by_id","replaced_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "space_member_space_id_subject_key" ON "space_member"("space_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "space_link_token_hash_key" ON "space_link"("token_hash");

-- CreateIndex
CREATE INDEX "space_link_space_id_idx" ON "space_link"("space_id");

-- CreateIndex
CREATE INDEX "space_grant_session_id_space_id_idx" ON "space_grant"("session_id", "space_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_grant_session_id_link_id_key" ON "space_grant"("session_id", "link_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_token_hash_key" ON "api_key"("token_hash");

-- CreateIndex
CREATE INDEX "api_key_space_id_idx" ON "api_key"("space_id");

-- CreateIndex
CREATE INDEX "number_skip_space_id_idx" ON "number_skip"("space_id");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_worksheet_id_key" ON "log_entry"("worksheet_id");

-- CreateIndex
CREATE INDEX "log_entry_space_id_sort_at_id_idx" ON "log_entry"("space_id", "sort_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "log_entry_search_idx" ON "log_entry" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_space_id_number_key" ON "log_entry"("space_id", "number");

-- CreateIndex
CREATE INDEX "log_source_space_id_path_idx" ON "log_source"("space_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "log_source_space_id_sha256_key" ON "log_source"("space_id", "sha256");

-- CreateIndex
CREATE INDEX "log_link_replaced_id_idx" ON "log_link"("replaced_id");

-- CreateIndex
CREATE INDEX "worksheet_space_id_idx" ON "worksheet"("space_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_worksheet_id_space_member_id_key" ON "member"("worksheet_id", "space_member_id");

-- AddForeignKey
ALTER TABLE "worksheet" ADD CONSTRAINT "worksheet_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_space_member_id_fkey" FOREIGN KEY ("space_member_id") REFERENCES "space_member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_link" ADD CONSTRAINT "space_link_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_link" ADD CONSTRAINT "space_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "space_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_grant" ADD CONSTRAINT "space_grant_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_grant" ADD CONSTRAINT "space_grant_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_grant" ADD CONSTRAINT "space_grant_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "space_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_grant" ADD CONSTRAINT "space_grant_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "space_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_number" ADD CONSTRAINT "space_number_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_skip" ADD CONSTRAINT "number_skip_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_source" ADD CONSTRAINT "log_source_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "log_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_link" ADD CONSTRAINT "log_link_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "log_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_link" ADD CONSTRAINT "log_link_replaced_id_fkey" FOREIGN KEY ("replaced_id") REFERENCES "log_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is asking -----------------------------------------------------------------------------------------------------

-- Resolves a credential on one space, in the words of resolve_access.
CREATE FUNCTION resolve_space(p_kind text, p_hash bytea, p_space uuid,
  OUT state text, OUT member_id uuid, OUT role text, OUT link_id uuid, OUT sealed_before timestamptz)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_session uuid;
  v_link space_link;
  v_live boolean;
BEGIN
  IF p_kind = 'bearer' THEN
    SELECT * INTO v_link FROM space_link l WHERE l.token_hash = p_hash;
    IF NOT FOUND OR v_link.revoked_at IS NOT NULL THEN state := 'dead'; RETURN; END IF;
    IF v_link.space_id <> p_space OR NOT EXISTS (SELECT 1 FROM space s WHERE s.id = p_space AND s.deleted_at IS NULL) THEN
      state := 'none'; RETURN;
    END IF;
    link_id := v_link.id;
    sealed_before := v_link.sealed_before;
    IF v_link.member_id IS NULL THEN state := 'unnamed'; RETURN; END IF;
    SELECT m.id, m.role INTO member_id, role FROM space_member m WHERE m.id = v_link.member_id AND m.removed_at IS NULL;
    state := CASE WHEN FOUND THEN 'ok' ELSE 'dead' END;
    RETURN;
  END IF;

  SELECT s.id INTO v_session FROM session s WHERE s.id_hash = p_hash AND s.last_seen_at > now() - interval '90 days';
  IF NOT FOUND THEN state := 'dead'; RETURN; END IF;
  SELECT m.id, m.role, coalesce(l.id, g.id), (l.revoked_at IS NULL AND m.removed_at IS NULL), l.sealed_before
    INTO member_id, role, link_id, v_live, sealed_before
    FROM space_grant g JOIN space_member m ON m.id = g.member_id JOIN space s ON s.id = g.space_id LEFT JOIN space_link l ON l.id = g.link_id
    WHERE g.session_id = v_session AND g.space_id = p_space AND s.deleted_at IS NULL
    ORDER BY 4 DESC, g.granted_at DESC LIMIT 1;
  IF FOUND THEN state := CASE WHEN v_live THEN 'ok' ELSE 'dead' END; RETURN; END IF;
  SELECT g.link_id INTO link_id FROM space_grant g JOIN space_link l ON l.id = g.link_id JOIN space s ON s.id = g.space_id
    WHERE g.session_id = v_session AND g.space_id = p_space AND g.member_id IS NULL AND l.revoked_at IS NULL AND s.deleted_at IS NULL
    ORDER BY g.granted_at DESC LIMIT 1;
  state := CASE WHEN FOUND THEN 'unnamed' ELSE 'none' END;
END $$;

ALTER FUNCTION resolve_access(text, bytea, uuid) RENAME TO resolve_own_access;

-- As before, and where a worksheet's own links do not open it, its space may: as the seat that a person of the space took
-- there, else as an observer who is nobody's member and reads what observers read.
CREATE FUNCTION resolve_access(p_kind text, p_hash bytea, p_worksheet uuid,
  OUT state text, OUT member_id uuid, OUT role text, OUT link_id uuid, OUT sealed_before timestamptz)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  v_own record;
  v_space uuid;
  v_through record;
BEGIN
  SELECT * INTO v_own FROM resolve_own_access(p_kind, p_hash, p_worksheet);
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
