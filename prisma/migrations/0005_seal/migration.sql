-- Keys of the instance, sealed files, and signed heads of the audit chains.
-- CreateTable
CREATE TABLE "instance_key" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "certificates" TEXT NOT NULL,
    "root_fingerprint" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "private_key" BYTEA,
    "root_private_key" BYTEA,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "instance_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "id" UUID NOT NULL,
    "chain" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal" (
    "worksheet_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "paper" TEXT NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "key_id" UUID NOT NULL,
    "checkpoint_id" UUID NOT NULL,
    "unprintable" TEXT[],
    "sealed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("worksheet_id","n","paper")
);

-- CreateIndex
CREATE UNIQUE INDEX "instance_key_fingerprint_key" ON "instance_key"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "audit_checkpoint_chain_seq_key" ON "audit_checkpoint"("chain", "seq");

-- CreateIndex
CREATE INDEX "revision_sha256_idx" ON "revision"("sha256");

-- AddForeignKey
ALTER TABLE "audit_checkpoint" ADD CONSTRAINT "audit_checkpoint_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "instance_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seal" ADD CONSTRAINT "seal_worksheet_id_n_fkey" FOREIGN KEY ("worksheet_id", "n") REFERENCES "revision"("worksheet_id", "n") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seal" ADD CONSTRAINT "seal_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "instance_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seal" ADD CONSTRAINT "seal_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "audit_checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
