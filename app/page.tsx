import { HomeScreen } from "@/components/home/home-screen";
import { JoinCodeForm } from "@/components/share/join-code-form";
import { PageMessages } from "@/components/ui/page-messages";

export default function HomePage() {
  return (
    <PageMessages namespaces={["home", "join", "templates", "fields", "keeping"]}>
      <HomeScreen join={<JoinCodeForm />} />
    </PageMessages>
  );
}
