-- Worksheets that end by themselves, events that somebody says have happened, and imported records that a decision of ours replaces.

-- AlterTable
ALTER TABLE "worksheet" ADD COLUMN     "keep_months" INTEGER;
ALTER TABLE "worksheet" ADD CONSTRAINT "worksheet_keep_months_check" CHECK ("keep_months" BETWEEN 1 AND 1200);

-- AlterTable
ALTER TABLE "firing" ADD COLUMN     "by_member_id" UUID,
ADD COLUMN     "by_name" TEXT;

-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "status_before" TEXT;
