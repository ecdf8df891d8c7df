import { keptForTab } from "../kept-for-tab";

/** When the question that was put away last was asked. */
export const answeredNudge = keptForTab("shortlist.answeredNudge");
