import { LogScreen } from "@/components/log/log-screen";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { readLogFilter } from "@/lib/domain/log/schema";
import { readFacets, searchLog } from "@/lib/server/log/search";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogPage({ params, searchParams }: Props) {
  const access = await pageSpace((await params).id);
  const filter = readLogFilter(await searchParams);
  const [space, page, facets] = await Promise.all([readSpace(access), searchLog(access, filter), readFacets(access)]);
  return (
    <PageMessages namespaces={["space", "log"]} picked={{ keeping: ["keep"] }}>
      <LogScreen space={space} first={{ filter, page }} facets={facets} />
      <SiteFooter />
    </PageMessages>
  );
}
