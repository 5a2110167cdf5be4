// what needs no schema stands apart, so that a page that only shows a form does not carry Zod

export const MAX_NOTE = 2000;
/** The longest title, purpose or action of a plan. */
export const MAX_PLAN_WORDS = 600;
/** The most actions of one measure. */
export const MAX_ACTIONS = 12;
/** Why a report may be taken back. */
export const withdrawalReasons = ['MISTAKE', 'OTHER_ACTION', 'PERSONAL_DATA'] as const;
