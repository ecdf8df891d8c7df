-- After the decision: actual numbers that are reported, triggers that fire once, webhooks with their deliveries, calendar feeds.
-- Added empty; records accepted before get their triggers by the job that looks after them.

-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "due_since" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "metric" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "source" TEXT NOT NULL,
    "by_member_id" UUID,
    "by_name" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_trigger" (
    "id" UUID NOT NULL,
    "worksheet_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "metric" TEXT,
    "direction" TEXT,
    "threshold" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "due_trigger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firing" (
    "trigger_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "value" DOUBLE PRECISION,
    "unit" TEXT,
    "source" TEXT,
    "measured_at" TIMESTAMPTZ(6),

    CONSTRAINT "firing_pkey" PRIMARY KEY ("trigger_id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "space_id" UUID,
    "worksheet_id" UUID,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" BYTEA NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_status" INTEGER,
    "last_error" TEXT,
    "last_at" TIMESTAMPTZ(6),
    "delivered_at" TIMESTAMPTZ(6),
    "failed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "by_member_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "metric_worksheet_id_metric_at_source_key" ON "metric"("worksheet_id", "metric", "at", "source");

-- CreateIndex
CREATE INDEX "due_trigger_kind_due_on_idx" ON "due_trigger"("kind", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "due_trigger_worksheet_id_n_key_key" ON "due_trigger"("worksheet_id", "n", "key");

-- CreateIndex
CREATE INDEX "webhook_space_id_idx" ON "webhook"("space_id");

-- CreateIndex
CREATE INDEX "webhook_worksheet_id_idx" ON "webhook"("worksheet_id");

-- CreateIndex
CREATE INDEX "delivery_webhook_id_created_at_idx" ON "delivery"("webhook_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_webhook_id_event_id_key" ON "delivery"("webhook_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_space_id_idx" ON "calendar_feed"("space_id");

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_trigger" ADD CONSTRAINT "due_trigger_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firing" ADD CONSTRAINT "firing_trigger_id_fkey" FOREIGN KEY ("trigger_id") REFERENCES "due_trigger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;
