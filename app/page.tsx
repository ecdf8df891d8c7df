import { HomeScreen } from "@/components/home/home-screen";
import { JoinCodeForm } from "@/components/share/join-code-form";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { templateFieldWords } from "@/lib/domain/templates/templates";

export default function HomePage() {
  return (
    <PageMessages namespaces={["home", "join", "templates", "keeping"]} picked={{ fields: templateFieldWords() }}>
      <HomeScreen join={<JoinCodeForm />} />
      <SiteFooter />
    </PageMessages>
  );
}
