/** The plain words of evaluations: how it was done, what it says, how sure that is. One list for services and pages. */

export const evaluationStatuses = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type EvaluationStatus = (typeof evaluationStatuses)[number];

/** How it was done; several may be true. */
export const evaluationMethods = {
  BEFORE_AND_AFTER: 'Figures before and after',
  SERIES: 'Figures month by month',
  COMPARISON: 'Compared with people or places without it',
  TRIAL: 'A trial in which chance decided who got it',
  AUDIT: 'Records or letters read and counted',
  SURVEY: 'Questionnaires',
  INTERVIEWS: 'Interviews or groups',
  OBSERVATION: 'Watching it at work',
  COSTS: 'What it cost',
  OTHER: 'Something else',
} as const;
export type EvaluationMethod = keyof typeof evaluationMethods;

/** What it says of the thing evaluated. */
export const evaluationVerdicts = {
  WORKED: 'It worked',
  MIXED: 'Mixed: some of it worked',
  DID_NOT_WORK: 'It did not work',
  TOO_EARLY: 'Too early to say',
} as const;
export type EvaluationVerdict = keyof typeof evaluationVerdicts;

/** How well the findings carry the verdict: the words that the hub uses for all evidence. */
export const evidenceStrengths = {
  LIMITED: 'Limited',
  MIXED: 'Mixed',
  WELL_SUPPORTED: 'Well supported',
} as const;
export type EvidenceStrength = keyof typeof evidenceStrengths;
