/** What was found stands beneath the box that it is in, with its two ways on; what is in no box of this page stands on top. */
import { createContext, useCallback, useContext, useId, useLayoutEffect, useState, type ReactNode } from 'react';
import { cutOutMark, patientDetailWords } from '@hub/core/contract';
import { textLimits } from '@hub/graphql';
import { Announcer, Button, FieldNoticeContext, Hidden, TextField, useFieldId, type NoticedField } from '@hub/ui';
import { reasonField, type SuspectedDetails } from './patient-guard';
import type { FoundDetail } from './patient-rules';

interface Notices extends SuspectedDetails {
  /** Says that a box shows its own findings; the answer takes that back. */
  readonly claim: (name: string) => () => void;
  readonly say: (words: string) => void;
}

const NoticesContext = createContext<Notices | null>(null);

interface PatientNoticesProps {
  readonly suspected: SuspectedDetails | null;
  readonly children: ReactNode;
}

/** Around the fields of a form. Nothing but the fields while nothing is suspected. */
export function PatientNotices({ suspected, children }: PatientNoticesProps) {
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const claim = useCallback((name: string) => {
    setClaimed((before) => [...before, name]);
    return () => setClaimed((before) => before.filter((each) => each !== name));
  }, []);
  const elsewhere = suspected?.found.filter(({ path }) => !claimed.some((name) => holds(name, path))) ?? [];
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

/** The findings in one box that still stand there. */
function FieldFindings({ name, value, onChange }: NoticedField) {
  const notices = useContext(NoticesContext);
  const id = useFieldId(name);
  const claim = notices?.claim;
  useLayoutEffect(() => claim?.(name), [claim, name]);
  const mine = notices?.found.filter((detail) => holds(name, detail.path) && stillStands(detail, value)) ?? [];
  const cut = (detail: FoundDetail) => {
    onChange(detail.words.reduce((text, words) => text.replaceAll(words, cutOutMark), value));
    notices?.say('Cut out');
    document.getElementById(id)?.focus();
  };
  return mine.map((detail) => (
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
      <TextField
        name={reasonField(notices.found.indexOf(detail))}
        label="This is not a patient’s, because"
        hint="Kept for the record. Then send it again"
        limit={textLimits['NotPatientDetailInput.because']}
        value={notices.reasons[key] ?? ''}
        onChange={(because) => notices.explain(key, because)}
      />
    </div>
  );
}

/** Whether the box of this name shows the text at a path; a list may be written in one box. */
function holds(name: string, path: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

function stillStands({ words }: FoundDetail, value: string): boolean {
  return words.length === 0 || words.some((each) => value.includes(each));
}
