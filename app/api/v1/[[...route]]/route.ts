import { api } from "@/lib/server/api/app";

// For `next dev` and hosts that only run Next; server.ts answers these paths before Next sees them.
const handle = (request: Request) => api().fetch(request);

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
