-- Beside each name that stood alone the id of who it was, so that forgetting one person leaves a namesake's rows alone. Rows
-- from before have none and are found by the name.
ALTER TABLE "log_source" ADD COLUMN "by_member_id" UUID;
ALTER TABLE "number_skip" ADD COLUMN "by_member_id" UUID;
ALTER TABLE "leak_probe" ADD COLUMN "by_member_id" UUID;
ALTER TABLE "worksheet_arrival" ADD COLUMN "by_member_id" UUID;
