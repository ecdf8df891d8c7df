import { DeadLink } from "@/components/share/dead-link";
import { PageMessages } from "@/components/ui/page-messages";

export default function NotFound() {
  return (
    <PageMessages namespaces={["join"]}>
      <DeadLink />
    </PageMessages>
  );
}
