/** One list of the home page, filled by several plugins: its count is the sum of theirs. */
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import type { HomeSection } from '../plugin/define';
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from '../slots/part-boundary';

type Report = (section: string, count: number) => void;

const ReportContext = createContext<{ readonly section: string; readonly report: Report } | null>(null);

/** A home section says how many things it has, so that the list's heading can count them and an empty list can say so. */
export function useHomeCount(count: number): void {
  const place = useContext(ReportContext);
  useEffect(() => {
    place?.report(place.section, count);
  }, [place, count]);
}

interface HomeGroupProps {
  readonly group: HomeSection['group'];
  readonly heading: string;
  readonly empty: ReactNode;
}

/** Nothing at all when no plugin fills the group. */
export function HomeGroup({ group, heading, empty }: HomeGroupProps) {
  const id = useId();
  const sections = useRegistry().homeSections.filter((section) => section.group === group);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const report = useCallback<Report>(
    (section, count) => setCounts((last) => (last[section] === count ? last : { ...last, [section]: count })),
    [],
  );
  if (sections.length === 0) return null;

  const known = sections.flatMap((section) => counts[section.id] ?? []);
  const total = known.reduce((sum, count) => sum + count, 0);
  const isEmpty = known.length === sections.length && total === 0;
  return (
    <section aria-labelledby={id} className="hub-home-group">
      <h2 id={id}>{known.length === sections.length && total > 0 ? `${heading} (${total})` : heading}</h2>
      {isEmpty && empty}
      {sections.map((section) => (
        <GroupPart key={section.id} section={section} report={report} />
      ))}
    </section>
  );
}

function GroupPart({ section, report }: { readonly section: HomeSection; readonly report: Report }) {
  const place = useMemo(() => ({ section: section.id, report }), [section.id, report]);
  const SectionPart = section.component;
  return (
    <ReportContext value={place}>
      <PartBoundary what="this list">
        <SectionPart />
      </PartBoundary>
    </ReportContext>
  );
}
