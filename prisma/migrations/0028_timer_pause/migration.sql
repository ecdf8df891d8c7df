-- Seconds that were left of the shared timer when somebody paused it; nothing while it runs.
ALTER TABLE "workshop" ADD COLUMN "timer_paused_s" INTEGER;
