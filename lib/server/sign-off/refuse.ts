import "server-only";
import { AppError, type ErrorCode } from "@/lib/domain/errors";
import type { SignOffRefusal } from "@/lib/domain/sign-off/schema";

const SAID: Record<SignOffRefusal, [ErrorCode, string]> = {
  not_asked: ["forbidden", "You are not asked to approve this."],
  not_your_turn: ["illegal_transition", "Approvers are asked in order, and it is not your turn."],
  deadline_passed: ["illegal_transition", "The deadline for answers has passed."],
  decided: ["illegal_transition", "This revision is not open for approval any more."],
  said_already: ["illegal_transition", "This verdict is recorded already."],
  answered_themselves: ["illegal_transition", "They have answered for themselves; only they can change that."],
  challenge_unknown: ["invalid_input", "This challenge was not given to you for this revision."],
  challenge_used: ["illegal_transition", "This challenge was answered already; ask for a new one."],
  challenge_expired: ["illegal_transition", "This challenge is older than ten minutes; ask for a new one."],
  challenge_other: ["invalid_input", "What was signed is not what was sent."],
  passkey_unknown: ["invalid_input", "This passkey was not enrolled by you here."],
  passkey_impossible: ["illegal_transition", "Passkeys need https or localhost."],
  unreadable: ["invalid_input", "The passkey's reply cannot be read."],
  not_an_assertion: ["invalid_input", "The passkey's reply answers another question."],
  wrong_statement: ["invalid_input", "The passkey signed something else."],
  wrong_origin: ["invalid_input", "The passkey was used on another site."],
  wrong_rp: ["invalid_input", "The passkey belongs to another site."],
  user_not_present: ["invalid_input", "Nobody was at the passkey."],
  user_not_verified: ["invalid_input", "The passkey did not check who was there."],
  bad_signature: ["invalid_input", "The signature is not that of the enrolled passkey."],
  cloned: ["invalid_input", "The passkey's counter went back, as if there were two of it."],
  delegate_of_delegate: ["illegal_transition", "A place that was handed on cannot be handed on again."],
  no_mail: ["illegal_transition", "No mail server is set; hand over the link."],
  no_address: ["invalid_input", "There is no address to write to."],
};

/** A refusal of the sign-off with its reason, so that a screen can say more than the code does. */
export function refuse(reason: SignOffRefusal): AppError {
  const [code, message] = SAID[reason];
  return new AppError(code, message, { detail: { reason } });
}
