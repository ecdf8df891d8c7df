import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { DesignWord } from "@/lib/domain/costs/design-words";

/** Names of listed designs in the reader's language; the page loads the namespace `designs`. */
export function useDesignWord(): DesignWord {
  const t = useTranslations();
  return useMemo(() => designWord(t), [t]);
}

/** The same in the words of a document. */
export function designWord(t: ReturnType<typeof useTranslations>): DesignWord {
  return (id) => (id !== "" && t.has(`designs.${id}`) ? t(`designs.${id}`) : null);
}
