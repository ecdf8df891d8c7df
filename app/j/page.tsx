import { JoinScreen } from "@/components/share/join-screen";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";

export default function JoinPage() {
  return (
    <PageMessages namespaces={["join"]}>
      <JoinScreen />
      <SiteFooter />
    </PageMessages>
  );
}
