-- CreateTable
CREATE TABLE "decision_history" (
    "worksheet_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_history_pkey" PRIMARY KEY ("worksheet_id","section","version")
);

-- CreateTable
CREATE TABLE "decision_lock" (
    "worksheet_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_lock_pkey" PRIMARY KEY ("worksheet_id","section")
);

-- CreateTable
CREATE TABLE "decision_mark" (
    "worksheet_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_mark_pkey" PRIMARY KEY ("worksheet_id","kind","key")
);

-- CreateTable
CREATE TABLE "status_act" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "status_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supersession" (
    "worksheet_id" UUID NOT NULL,
    "replaces_id" UUID NOT NULL,
    "is_partial" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supersession_pkey" PRIMARY KEY ("worksheet_id","replaces_id")
);

-- CreateIndex
CREATE INDEX "status_act_worksheet_id_idx" ON "status_act"("worksheet_id");

-- CreateIndex
CREATE INDEX "supersession_replaces_id_idx" ON "supersession"("replaces_id");

-- AddForeignKey
ALTER TABLE "decision_history" ADD CONSTRAINT "decision_history_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_lock" ADD CONSTRAINT "decision_lock_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_mark" ADD CONSTRAINT "decision_mark_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_act" ADD CONSTRAINT "status_act_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supersession" ADD CONSTRAINT "supersession_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supersession" ADD CONSTRAINT "supersession_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
