import "server-only";
import { type SpaceView, spaceRoleSchema } from "@/lib/domain/space/schema";
import { db } from "../db/client";
import type { SpaceAccess } from "./access";

/** The space with its people, for everybody in it. */
export async function readSpace({ spaceId, memberId }: SpaceAccess): Promise<SpaceView> {
  const space = await db().space.findUniqueOrThrow({
    where: { id: spaceId },
    select: {
      id: true,
      name: true,
      language: true,
      nextNumber: true,
      members: { where: { removedAt: null }, orderBy: { createdAt: "asc" } },
    },
  });
  const members = space.members.map(({ id, name, role, subject, createdAt }) => ({
    id,
    name,
    role: spaceRoleSchema.parse(role),
    isYou: id === memberId,
    isSignedIn: subject !== null,
    joinedAt: createdAt.toISOString(),
  }));
  const you = members.find(({ isYou }) => isYou);
  return { ...space, members, you: { memberId, name: you?.name ?? "", role: you?.role ?? "observer" } };
}
