-- Later looks at accepted decisions. Added empty; nothing before reads it.

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on_day" TEXT NOT NULL,
    "actuals" JSONB NOT NULL,
    "reconsider" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "look_again_on" TEXT,
    "note" TEXT NOT NULL,
    "reopened_as" UUID,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_reopened_as_key" ON "review"("reopened_as");

-- CreateIndex
CREATE INDEX "review_worksheet_id_at_idx" ON "review"("worksheet_id", "at");

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
