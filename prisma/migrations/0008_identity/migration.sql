-- AlterTable
ALTER TABLE "link" ADD COLUMN     "mailed_to" TEXT;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "deadline" TIMESTAMPTZ(6),
ADD COLUMN     "in_order" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "required" INTEGER;

-- AlterTable
ALTER TABLE "approver" ADD COLUMN     "delegate_of" UUID,
ADD COLUMN     "delegated_at" TIMESTAMPTZ(6),
ADD COLUMN     "email" TEXT,
ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "proof" JSONB,
ADD COLUMN     "statement" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "sign_off_rule" (
    "worksheet_id" UUID NOT NULL,
    "required" INTEGER,
    "in_order" BOOLEAN NOT NULL DEFAULT false,
    "deadline" TIMESTAMPTZ(6),

    CONSTRAINT "sign_off_rule_pkey" PRIMARY KEY ("worksheet_id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "rp_id" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "mailed_to" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "payload" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_member_id_idx" ON "passkey"("member_id");

-- CreateIndex
CREATE INDEX "challenge_worksheet_id_member_id_idx" ON "challenge"("worksheet_id", "member_id");

-- AddForeignKey
ALTER TABLE "sign_off_rule" ADD CONSTRAINT "sign_off_rule_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
