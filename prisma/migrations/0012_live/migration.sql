-- Wrong join codes, counted for all processes together. The key is a hash: of an address, or of the word for all of them.
CREATE TABLE "failed_try" (
  "key" BYTEA NOT NULL,
  "count" INTEGER NOT NULL,
  "until" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "failed_try_pkey" PRIMARY KEY ("key")
);
