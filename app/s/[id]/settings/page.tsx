import { SiteFooter } from "@/components/site/site-footer";
import { SpaceSettingsScreen } from "@/components/space/settings-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";

export default async function SpacePage({ params }: { params: Promise<{ id: string }> }) {
  const space = await readSpace(await pageSpace((await params).id));
  return (
    <PageMessages namespaces={["space"]}>
      <SpaceSettingsScreen space={space} />
      <SiteFooter />
    </PageMessages>
  );
}
