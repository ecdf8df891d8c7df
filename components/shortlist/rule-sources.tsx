"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { catalogueProse } from "@/lib/client/shortlist/catalogue-prose";
import { routes } from "@/lib/routes";

/** Links to where a fact comes from; a key without an address leads to the catalogue's own note. */
export function RuleSources({ candidateId, keys }: { candidateId: string; keys: readonly string[] }) {
  const { data } = useQuery({ ...catalogueProse, enabled: keys.length > 0 });
  return keys.slice(0, 3).map((key) => {
    const url = data?.sources[key]?.url ?? "";
    const isAddress = url.startsWith("https://") || url.startsWith("http://");
    return (
      <span key={key}>
        {isAddress ? <a href={url}>{hostOf(url)}</a> : <Link href={`${routes.system(candidateId)}#sources`}>{key}</Link>}{" "}
      </span>
    );
  });
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
}
