/**
 * FRAME codes of the demonstration's changes: what the file's words about each come to, answered as its people would have. All were
 * decided before the start; whether the core parts are intact is not known where nobody has named them. Pure.
 */
import type { RecordModification } from '../suitability/findings.service';

type Coding = Pick<RecordModification, 'codes' | 'sectionKeys' | 'componentKeys' | 'leftOutKeys' | 'coreReason'>;

const planned = ['when:pre_implementation', 'planning:planned_proactive', 'decided_by:programme_leader'];

/** The codes and parts of one change, by its place in the file. Throws for a change that was never coded. */
export function codingOf(slug: string, at: number): Coding {
  const inFull = codedInFull[slug]?.[at];
  if (inFull) return inFull;
  const said = coded[slug]?.[at];
  if (!said) throw new Error(`Change ${at + 1} of "${slug}" has no codes.`);
  const [codes, sections] = said.map((words) => words.split(' ')) as [string[], string[]];
  return { codes: [...planned, ...whatOf(codes), ...codes, 'fidelity:unknown'], sectionKeys: sections };
}

/** A nature of the content says that the content changed, and so for the context. */
function whatOf(codes: readonly string[]): string[] {
  const on = (axis: string) => codes.some((code) => code.startsWith(`${axis}:`));
  return [...(on('content_nature') ? ['what:content'] : []), ...(on('context_type') ? ['what:context'] : [])];
}

/** Codes, then sections. */
const coded: Partial<Record<string, readonly (readonly [string, string])[]>> = {
  'harbourside-gps-in-ae': [
    ['context_type:personnel level:organisation goal:feasibility reason_organisation:resources', 'who_provides'],
  ],
  'harbourside-triage-from-failure': [
    ['context_type:setting level:unit goal:feasibility reason_organisation:social_context', 'where'],
    [
      'decided_by:delivery_team context_type:personnel level:unit goal:feasibility reason_provider:perception',
      'who_provides procedures',
    ],
    ['content_nature:added level:unit goal:satisfaction reason_organisation:social_context', 'when_how_much'],
  ],
  'westhaven-care-home-support': [
    [
      'decided_by:developer what:implementation level:organisation goal:feasibility reason_provider:preferences',
      'where',
    ],
    ['content_nature:added level:organisation goal:feasibility reason_organisation:service_structure', 'who_provides'],
    ['content_nature:reordered level:target_group goal:outcomes', 'procedures when_how_much'],
  ],
  'eastmere-transfer-bag': [
    [
      'decided_by:delivery_team content_nature:packaging level:target_group goal:feasibility reason_provider:preferences',
      'materials',
    ],
  ],
  'fenmarsh-transfer-bag-home-care': [
    ['content_nature:substituted context_type:population level:target_group goal:fit', 'materials where'],
    ['content_nature:added level:target_group goal:outcomes', 'procedures'],
  ],
  'eastmere-video-evenings': [
    ['content_nature:shortened level:system goal:fit reason_organisation:service_structure', 'when_how_much'],
    ['context_type:personnel level:system goal:feasibility reason_organisation:resources', 'who_provides'],
  ],
  'oakenshore-team-meetings': [
    ['context_type:format level:unit goal:feasibility reason_organisation:location', 'how where'],
    ['content_nature:shortened level:unit goal:outcomes', 'when_how_much'],
  ],
  'fenmarsh-team-meetings': [
    ['context_type:personnel level:unit goal:feasibility reason_organisation:service_structure', 'who_provides'],
    ['content_nature:added level:system goal:feasibility reason_organisation:service_structure', 'procedures'],
  ],
  'northvale-care-navigation': [
    ['what:implementation level:organisation goal:feasibility reason_provider:preferences', 'where'],
    ['what:training_evaluation level:organisation goal:feasibility reason_organisation:resources', 'who_provides'],
  ],
  'marlowfield-health-coaches': [
    ['context_type:personnel level:target_group goal:fit', 'who_provides'],
    ['what:training_evaluation level:organisation goal:cost reason_organisation:resources', 'who_provides'],
  ],
  'thistledown-crisis-cafe': [
    ['context_type:personnel context_type:format level:unit goal:cost reason_organisation:resources', 'who_provides'],
    ['decided_by:community content_nature:added level:unit goal:feasibility', 'where'],
  ],
  'harbourside-rapid-response': [
    [
      'decided_by:delivery_team context_type:population level:target_group goal:feasibility reason_provider:preferences',
      'why',
    ],
    ['context_type:setting level:target_group goal:reach', 'where'],
  ],
  'northvale-i-statements': [
    ['content_nature:shortened level:target_group goal:fit', 'when_how_much'],
    ['content_nature:packaging level:unit goal:outcomes', 'materials'],
  ],
  'eastmere-skills-framework': [
    [
      'content_nature:removed content_nature:shortened context_type:setting level:organisation goal:feasibility reason_organisation:time',
      'procedures when_how_much where',
    ],
    ['content_nature:tailored level:system goal:feasibility reason_organisation:resources', 'how'],
  ],
  'ashenholt-from-triage': [
    ['content_nature:removed level:unit goal:fit reason_organisation:service_structure', 'procedures'],
  ],
};

const codedInFull: Partial<Record<string, readonly Coding[]>> = {
  'northvale-cough-from-breathlessness': [
    {
      codes: [...planned, 'what:context', 'context_type:population', 'level:system', 'fidelity:consistent', 'goal:fit'],
      sectionKeys: ['why'],
    },
    {
      codes: [
        ...planned,
        'what:content',
        'what:context',
        'context_type:setting',
        'content_nature:substituted',
        'content_nature:removed',
        'level:system',
        'fidelity:inconsistent',
        'goal:feasibility',
        'reason_organisation:service_structure',
      ],
      sectionKeys: ['where', 'when_how_much'],
      componentKeys: ['weekly-session', 'one-visit'],
      leftOutKeys: ['one-visit'],
      coreReason: 'Few people need the clinic once all practices use the same steps.',
    },
    {
      codes: [
        ...planned,
        'decided_by:practitioner',
        'what:content',
        'content_nature:added',
        'level:system',
        'fidelity:consistent',
        'goal:feasibility',
        'reason_provider:preferences',
      ],
      sectionKeys: ['who_provides', 'how'],
    },
    {
      codes: [
        ...planned,
        'decided_by:recipient',
        'what:content',
        'content_nature:added',
        'level:target_group',
        'fidelity:consistent',
        'goal:outcomes',
        'goal:fit',
      ],
      sectionKeys: ['procedures', 'tailoring'],
    },
  ],
};
