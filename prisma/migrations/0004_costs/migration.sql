-- CreateTable
CREATE TABLE "price_override" (
    "worksheet_id" UUID NOT NULL,
    "price_id" TEXT NOT NULL,
    "usd" TEXT,
    "as_of" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,

    CONSTRAINT "price_override_pkey" PRIMARY KEY ("worksheet_id","price_id")
);

-- CreateTable
CREATE TABLE "cost_setting" (
    "worksheet_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,

    CONSTRAINT "cost_setting_pkey" PRIMARY KEY ("worksheet_id","key")
);

-- AddForeignKey
ALTER TABLE "price_override" ADD CONSTRAINT "price_override_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_setting" ADD CONSTRAINT "cost_setting_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
