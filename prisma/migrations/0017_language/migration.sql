-- The language of a decision's documents and mails. What exists is in English, and stays so.
ALTER TABLE "worksheet" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';
