-- When somebody was last asked whether they are ready, and by whom.
ALTER TABLE "member" ADD COLUMN "nudged_at" TIMESTAMPTZ(6);
ALTER TABLE "member" ADD COLUMN "nudged_by" UUID;
