-- Templates, archiving, forgetting a person, and where an imported worksheet came from. Columns are null and the table is empty
-- at first; nothing before reads them.

-- AlterTable
ALTER TABLE "worksheet" ADD COLUMN     "archived_at" TIMESTAMPTZ(6),
ADD COLUMN     "template" TEXT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "erased_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "worksheet_arrival" (
    "worksheet_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "source_origin" TEXT NOT NULL,
    "exported_at" TIMESTAMPTZ(6) NOT NULL,
    "sha256" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "audit" JSONB NOT NULL,
    "seals" JSONB NOT NULL,

    CONSTRAINT "worksheet_arrival_pkey" PRIMARY KEY ("worksheet_id")
);

-- AddForeignKey
ALTER TABLE "worksheet_arrival" ADD CONSTRAINT "worksheet_arrival_worksheet_id_fkey" FOREIGN KEY ("worksheet_id") REFERENCES "worksheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

