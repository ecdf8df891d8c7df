import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { SpaceConnectionsScreen } from "@/components/webhooks/space-connections-screen";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";

export default async function SpaceWebhooksPage({ params }: { params: Promise<{ id: string }> }) {
  const space = await readSpace(await pageSpace((await params).id));
  return (
    <PageMessages namespaces={["space", "webhooks"]}>
      <SpaceConnectionsScreen space={space} />
      <SiteFooter />
    </PageMessages>
  );
}
