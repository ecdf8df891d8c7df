import type { ReactNode } from "react";
import { FooterProvider } from "@/components/site/footer-slot";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";

/** Words only. Access is checked by each page: a layout is not run again when the page below it changes. */
export default function WorksheetLayout({ children }: { children: ReactNode }) {
  return (
    <PageMessages namespaces={["worksheet", "share", "workshop", "commands"]}>
      <FooterProvider footer={<SiteFooter />}>{children}</FooterProvider>
    </PageMessages>
  );
}
