/** What was found stands beneath the box that it is in, with its two ways on; what is in no box of this page stands on top. */
import { createContext, useCallback, useContext, useId, useLayoutEffect, useState, type ReactNode } from 'react';
import { cutOutMark, patientDetailWords } from '@hub/core/contract';
import { textLimits } from '@hub/graphql';
import { Announcer, Button, FieldNoticeContext, Hidden, TextField, useFieldId, type NoticedField } from '@hub/ui';
import { reasonField, type SuspectedDetails } from './patient-guard';
import type { FoundDetail } from './patient-rules';

interface Notices extends SuspectedDetails {
  /** Says that a box shows these findings, by their keys. They stay its own once they are cut out. */
  readonly claim: (keys: readonly string[]) => void;
  readonly say: (words: string) => void;
}

const NoticesContext = createContext<Notices | null>(null);

interface PatientNoticesProps {
  readonly suspected: SuspectedDetails | null;
  readonly children: ReactNode;
}

interface Claims {
  readonly of: readonly FoundDetail[];
  readonly keys: readonly string[];
}

/** Around the fields of a form. Nothing but the fields while nothing is suspected. */
export function PatientNotices({ suspected, children }: PatientNoticesProps) {
  const [claims, setClaims] = useState<Claims>({ of: [], keys: [] });
  const [said, say] = useState('');
  const found = suspected?.found ?? nothing;
  const claim = useCallback(
    (keys: readonly string[]) =>
      setClaims((before) => ({ of: found, keys: [...(before.of === found ? before.keys : []), ...keys] })),
    [found],
  );
  const elsewhere = found.filter(({ key }) => claims.of !== found || !claims.keys.includes(key));
  return (
    <NoticesContext value={suspected && { ...suspected, claim, say }}>
      {elsewhere.map((detail) => (
        <Finding
          key={detail.key}
          detail={detail}
          where={<p>It is in a part of what you wrote that is not on this page.</p>}
        />
      ))}
      <FieldNoticeContext value={suspected ? FieldFindings : null}>{children}</FieldNoticeContext>
      <Announcer message={said} urgent />
    </NoticesContext>
  );
}

const nothing: readonly FoundDetail[] = [];

/** The findings in one box that still stand there. */
function FieldFindings({ name, value, onChange }: NoticedField) {
  const notices = useContext(NoticesContext);
  const id = useFieldId(name);
  const mine = findingsOf(name, value, notices?.found ?? nothing);
  const keys = JSON.stringify(mine.map(({ key }) => key));
  const claim = notices?.claim;
  useLayoutEffect(() => {
    claim?.(JSON.parse(keys) as string[]);
  }, [claim, keys]);
  const cut = (detail: FoundDetail) => {
    onChange(detail.words.reduce((text, words) => text.replaceAll(words, cutOutMark), value));
    notices?.say('Cut out');
    document.getElementById(id)?.focus();
  };
  return mine
    .filter(({ words }) => words.length === 0 || standsIn(value, words))
    .map((detail) => (
      <Finding key={detail.key} detail={detail} onCut={detail.words.length > 0 ? () => cut(detail) : undefined} />
    ));
}

interface FindingProps {
  readonly detail: FoundDetail;
  readonly where?: ReactNode;
  readonly onCut?: () => void;
}

function Finding({ detail, where, onCut }: FindingProps) {
  const notices = useContext(NoticesContext);
  const headingId = useId();
  if (!notices) return null;
  const { key, kind, words } = detail;
  const what = words[0] ? <>“{words[0]}”</> : 'Something here';
  return (
    <div className="hub-finding hub-no-print" role="group" aria-labelledby={headingId}>
      <p id={headingId}>
        <strong>
          {what} looks like {patientDetailWords[kind]}
        </strong>
      </p>
      {where}
      {onCut && (
        <Button look="secondary" small onClick={onCut}>
          Cut it out<Hidden> of what you wrote: {patientDetailWords[kind]}</Hidden>
        </Button>
      )}
      <FieldNoticeContext value={null}>
        <TextField
          name={reasonField(notices.found.indexOf(detail))}
          label="This is not a patient’s, because"
          hint="Kept for the record. Then send it again"
          limit={textLimits['NotPatientDetailInput.because']}
          value={notices.reasons[key] ?? ''}
          onChange={(because) => notices.explain(key, because)}
        />
      </FieldNoticeContext>
    </div>
  );
}

/** Those at the path of this name, or in a list below it; and those whose words stand here though the box is called something else. */
function findingsOf(name: string, value: string, found: readonly FoundDetail[]): FoundDetail[] {
  const own = found.filter(({ path }) => path === name || path.startsWith(`${name}.`));
  const alike = found.filter(
    ({ words }) => standsIn(value, words) && !own.some((each) => each.words.some((one) => words.includes(one))),
  );
  return [...own, ...alike];
}

function standsIn(value: string, words: readonly string[]): boolean {
  return words.some((each) => value.includes(each));
}
