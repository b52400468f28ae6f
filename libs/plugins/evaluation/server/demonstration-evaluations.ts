/**
 * Evaluations for the demonstration network, as invented as all of it. Their figures are made from its monthly series and from what
 * its interventions and adaptations say of themselves.
 */
import { entityRef, type EntityRef } from '@hub/core/contract';
import { adaptationKind } from '@hub/plugins/adaptations/contract';
import { interventionKind } from '@hub/plugins/interventions/contract';
import { meanOf } from './demonstration-series';
import type { EvaluationText } from './evaluation.rules';

export interface DemonstrationEvaluation {
  readonly about: EntityRef;
  readonly author: string;
  readonly begunOn: string;
  readonly publishedOn: string;
  readonly text: EvaluationText;
}

/** All of them, oldest first. */
export function demonstrationEvaluations(): DemonstrationEvaluation[] {
  return [gpsInAccidentAndEmergency(), meetingsAroundTheHub(), coughPathway(), teamMeetings()];
}

function gpsInAccidentAndEmergency(): DemonstrationEvaluation {
  const minutes = (label: string, from: string, to: string) =>
    meanOf('harbourside-time-to-first-assessment', label, from, to);
  return {
    about: entityRef(interventionKind, 'harbourside', 'gps-in-ae'),
    author: 'delphine-sandpiper',
    begunOn: '2017-01-16',
    publishedOn: '2017-03-20',
    text: {
      title: 'GPs in A&E made no difference to the wait',
      question: 'Were people who walked in seen sooner while GPs worked in the department?',
      methods: ['SERIES', 'BEFORE_AND_AFTER', 'INTERVIEWS'],
      methodNote:
        'Median minutes from arrival to first clinical assessment, by month. Talks with eleven nurses, four emergency doctors and six of the GPs, one at a time, after it had stopped.',
      periodFrom: '2015-10',
      periodTo: '2017-01',
      findings: `The time to a first assessment did not change in any of the three attempts, nor when they stopped.

- Nurses at the door sent few people across. They had not been asked, and did not know what the GPs would take.
- GPs felt idle, then unwelcome. The department felt judged.
- Nobody could name a shift on which it worked as drawn.

What people said about the door was worth having: the chief of service asked for a common guide instead, and the triage at the front door came of it.`,
      verdict: 'DID_NOT_WORK',
      sureness: 'MIXED',
      limitations:
        'The clock at the front desk was moved in April 2016, so minutes before and after that are not quite alike. Patients were not asked. A GP service that had grown up in the department, as at Ashenholt, was not tested here.',
      figures: [
        minutes('First assessment, before', '2015-10', '2016-01'),
        minutes('First assessment, while GPs were there', '2016-02', '2016-11'),
        minutes('First assessment, after they stopped', '2016-12', '2017-01'),
      ],
      funding:
        'Harbourside’s programme office, which had paid for the GPs. Ruth Cobblestane, who led them, read it before it was published and changed nothing.',
    },
  };
}

function meetingsAroundTheHub(): DemonstrationEvaluation {
  return {
    about: entityRef(adaptationKind, 'fenmarsh', 'locality-team-meetings'),
    author: 'nadia-plumtree',
    begunOn: '2017-04-10',
    publishedOn: '2017-06-12',
    text: {
      title: 'Meetings before and after the hub: shorter waits, and all of it hangs on the chair',
      question: 'Do people who need one agreed plan, and not a year of the hub, get it sooner?',
      methods: ['AUDIT', 'OBSERVATION'],
      methodNote:
        'The hub’s waiting list matched with the practices’ risk lists, counted before the meetings began and a year later. Fourteen meetings were sat in on, in all three localities.',
      periodFrom: '2016-05',
      periodTo: '2017-05',
      findings: `The waiting list of the hub halved, and people who needed a plan had one.

In one locality the meeting was paused for four months when the matron’s post was empty. Nobody else called it. In the locality where social care chairs, actions were done sooner.`,
      verdict: 'MIXED',
      sureness: 'LIMITED',
      limitations:
        'There was no place to compare with: Marlowfield has no hub. The list was also gone through by hand in the first month, which shortened it by itself.',
      figures: [
        { label: 'People on the waiting list at the start', value: 310, unit: 'people' },
        { label: 'Of them, who needed one agreed plan and not the hub', value: 140, unit: 'people' },
      ],
      funding: 'Fenmarsh’s own evaluator, paid by the programme. She does not work in the hub or in the meetings.',
    },
  };
}

function coughPathway(): DemonstrationEvaluation {
  const cough = (label: string, from: string, to: string) => meanOf('northvale-cough-referrals', label, from, to);
  const breathless = (label: string, from: string, to: string) =>
    meanOf('northvale-breathlessness-referrals', label, from, to);
  return {
    about: entityRef(interventionKind, 'northvale', 'cough-care-pathway'),
    author: 'petra-quillfeather',
    begunOn: '2017-10-02',
    publishedOn: '2017-11-06',
    text: {
      title: 'Letters for cough halved after the pathway began',
      question: 'Are fewer people sent to the hospital for a cough since practices use the pathway?',
      methods: ['SERIES', 'BEFORE_AND_AFTER', 'COMPARISON'],
      methodNote:
        'New referral letters with cough as the main reason, counted each month by the same two people. Letters for breathlessness were counted too, because nothing was done about them.',
      periodFrom: '2015-10',
      periodTo: '2017-09',
      findings: `Letters for cough fell to half of what they were, and stayed there for the last six months. Letters for breathlessness did not change, so practices did not simply refer less.

The fall begins with the joint clinic in January 2017, four months after the pathway. The template alone may do little.`,
      verdict: 'WORKED',
      sureness: 'MIXED',
      limitations:
        'A letter gives the GP’s reason, which may differ from the later diagnosis: some coughs may go by another name now. Two practices joined in March 2017 only. Nobody has counted who came back within a year.',
      figures: [
        cough('Cough, before the pathway', '2015-10', '2016-08'),
        cough('Cough, last six months', '2017-04', '2017-09'),
        breathless('Breathlessness, before the pathway', '2015-10', '2016-08'),
        breathless('Breathlessness, last six months', '2017-04', '2017-09'),
      ],
      funding:
        'Northvale’s data analyst, in her ordinary hours. She also helped to count the letters that the pathway began from.',
    },
  };
}

function teamMeetings(): DemonstrationEvaluation {
  const days = (label: string, from: string, to: string) => meanOf('marlowfield-emergency-bed-days', label, from, to);
  return {
    about: entityRef(interventionKind, 'marlowfield', 'locality-team-meetings'),
    author: 'siobhan-wrenfield',
    begunOn: '2017-10-16',
    publishedOn: '2017-11-20',
    text: {
      title: 'Team meetings and bed days: neither harm nor success yet',
      question: 'Do people who are talked about in a team meeting spend fewer days in hospital as an emergency?',
      methods: ['SERIES'],
      methodNote: 'Emergency bed days of people with a plan, for each 100 of them, by month.',
      periodFrom: '2015-10',
      periodTo: '2017-09',
      findings: `No clear change in either direction. Bed days rose in the spring of 2016, beginning before many of these people were first discussed, and came back to where they had been.

People are chosen when they are at their worst, so some fall would be expected anyway.`,
      verdict: 'TOO_EARLY',
      sureness: 'LIMITED',
      limitations:
        'The same people are not in every month. There is nobody like them who was not discussed to compare with. Rapid response began in three localities in October 2016.',
      figures: [
        days('Bed days, first 12 months', '2015-10', '2016-09'),
        days('Bed days, last 12 months', '2016-10', '2017-09'),
      ],
      funding:
        'Marlowfield’s community matron, who chairs one of the meetings. Nadia Plumtree of Fenmarsh and Petra Quillfeather of Northvale looked at the figures, unpaid.',
    },
  };
}
