import type { Metadata } from "next";
import { SiteFooter } from "@/components/site/site-footer";
import { SpacesScreen } from "@/components/space/spaces-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { signInHost } from "@/lib/server/spaces/sign-in-host";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("space"))("title") };
}

const STATES = ["failed", "unknown"] as const;

export default async function SpacesPage({ searchParams }: { searchParams: Promise<{ signIn?: string | string[] }> }) {
  const { signIn } = await searchParams;
  return (
    <PageMessages namespaces={["space"]}>
      <SpacesScreen signInHost={signInHost()} signInState={STATES.find((state) => state === signIn) ?? null} />
      <SiteFooter />
    </PageMessages>
  );
}
