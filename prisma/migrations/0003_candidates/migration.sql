-- What the team does to the list by hand, and what each member keeps to themselves until it is disclosed.

-- CreateTable
CREATE TABLE "candidate_override" (
    "worksheet_id" UUID NOT NULL,
    "candidate" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,

    CONSTRAINT "candidate_override_pkey" PRIMARY KEY ("worksheet_id","candidate")
);

-- CreateTable
CREATE TABLE "custom_candidate" (
    "worksheet_id" UUID NOT NULL,
    "candidate" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "custom_candidate_pkey" PRIMARY KEY ("worksheet_id","candidate")
);

-- CreateTable
CREATE TABLE "gut_check" (
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "candidate" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gut_check_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "criteria_ranking" (
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "order" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "criteria_ranking_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "candidate_score" (
    "worksheet_id" UUID NOT NULL,
    "candidate" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,

    CONSTRAINT "candidate_score_pkey" PRIMARY KEY ("worksheet_id","candidate","criterion")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "worksheet_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("worksheet_id","kind")
);

-- CreateIndex
CREATE INDEX "gut_check_worksheet_id_idx" ON "gut_check"("worksheet_id");

-- CreateIndex
CREATE INDEX "criteria_ranking_worksheet_id_idx" ON "criteria_ranking"("worksheet_id");

-- AddForeignKey
ALTER TABLE "candidate_override" ADD CONSTRAINT "candidate_override_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custom_candidate" ADD CONSTRAINT "custom_candidate_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gut_check" ADD CONSTRAINT "gut_check_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gut_check" ADD CONSTRAINT "gut_check_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_ranking" ADD CONSTRAINT "criteria_ranking_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_ranking" ADD CONSTRAINT "criteria_ranking_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_score" ADD CONSTRAINT "candidate_score_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
