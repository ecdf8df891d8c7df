import { readVerifier } from "@/lib/server/verify/offline-verifier";

/** The one-file verifier as a download: opened from disk it cannot reach any network. */
export async function GET(): Promise<Response> {
  const html = await readVerifier();
  if (html === null) return new Response(null, { status: 404 });
  const headers = { "content-type": "text/html; charset=utf-8", "content-disposition": 'attachment; filename="shortlist-verifier.html"' };
  return new Response(new Uint8Array(html), { headers });
}
