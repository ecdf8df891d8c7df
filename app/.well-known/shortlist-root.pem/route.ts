import { listInstanceCertificates } from "@/lib/server/seal/instance-key";

export const dynamic = "force-dynamic";

/** The root certificates of this instance, the one in use first. */
export async function GET(): Promise<Response> {
  const roots = await listInstanceCertificates();
  const pem = [...new Set(roots.map(({ rootPem }) => rootPem.trim()))].join("\n");
  return new Response(`${pem}\n`, { headers: { "content-type": "application/x-pem-file", "cache-control": "no-store" } });
}
