import { WorksheetSkeleton } from "@/components/worksheet/worksheet-skeleton";

export default function WorksheetLoading() {
  return <WorksheetSkeleton />;
}
