import { SiteFooter } from "@/components/site/site-footer";
import { PeopleScreen } from "@/components/space/people-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";
import { signInHost } from "@/lib/server/spaces/sign-in-host";

export default async function SpacePage({ params }: { params: Promise<{ id: string }> }) {
  const space = await readSpace(await pageSpace((await params).id));
  return (
    <PageMessages namespaces={["space"]}>
      <PeopleScreen space={space} signInHost={signInHost()} />
      <SiteFooter />
    </PageMessages>
  );
}
