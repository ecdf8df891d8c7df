import { JoinScreen } from "@/components/share/join-screen";
import { PageMessages } from "@/components/ui/page-messages";

export default function JoinPage() {
  return (
    <PageMessages namespaces={["join"]}>
      <JoinScreen />
    </PageMessages>
  );
}
