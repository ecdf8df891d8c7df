import { api } from "@/lib/server/api/app";

// For `next dev` and hosts that only run Next; server.ts answers this path before Next sees it.
const handle = (request: Request) => api().fetch(request);

export { handle as DELETE, handle as GET, handle as POST };
