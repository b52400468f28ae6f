/** How a notification is told by mail, as its reader has chosen by now, in SQL. */
import { mailedAtFirst } from '@hub/plugins/subscriptions/contract';
import { ofFamily } from '../rules.sql';

/**
 * Joins what a notification `n` (read with its `member_ref`) depends on: `rule`, the follow that made it heard, or for what is addressed
 * to its reader their follow of that very thing; and `chosen`, their settings.
 */
export const choicesJoined = `
  LEFT JOIN subscriptions.follow rule ON rule.member_ref = n.member_ref
    AND rule.target_ref = CASE WHEN n.because IS NULL THEN n.rule_ref ELSE n.subject_ref END
  LEFT JOIN subscriptions.mail_setting chosen ON chosen.member_ref = n.member_ref`;

/** AT_ONCE, DAILY, WEEKLY or NEVER. */
export const frequency = `coalesce(rule.mailed, CASE WHEN n.because IS NOT NULL THEN chosen.for_you END, chosen.mailed, '${mailedAtFirst.mailed}')`;

const isOn = `NOT EXISTS (SELECT FROM subscriptions.switched_off o WHERE o.member_ref = n.member_ref AND o.rule = n.ruled_by)`;

/** By a rule of theirs; or by default, as long as they have none and did not switch that off. */
const isStillFollowed = `(rule.level <> 'NONE' OR (rule.member_ref IS NULL AND n.ruled_by <> '${ofFamily}' AND ${isOn}))`;

/** Addressed to them, unless by a default rule that they switched off since. */
const isStillAddressed = `(n.because IS NOT NULL AND ${isOn})`;

/** May be mailed, is unread, and its reader has neither unfollowed nor muted since what made them hear of it. */
export const isStillWanted = `(NOT n.in_hub_alone AND n.read_at IS NULL AND rule.level IS DISTINCT FROM 'MUTED' AND (${isStillAddressed} OR ${isStillFollowed}))`;
