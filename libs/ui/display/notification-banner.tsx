/** Something that concerns the whole page: an outage, or what was just done. */
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface NotificationBannerProps {
  readonly children: ReactNode;
  readonly title?: string;
  /** `done` reports the reader's own action: it is green and takes the focus. */
  readonly kind?: 'news' | 'done';
}

export function NotificationBanner({
  children,
  kind = 'news',
  title = kind === 'done' ? 'Done' : 'Important',
}: NotificationBannerProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind === 'done') box.current?.focus();
  }, [kind]);
  return (
    <div
      className={`nhsuk-notification-banner${kind === 'done' ? ' nhsuk-notification-banner--success' : ''}`}
      ref={box}
      role={kind === 'done' ? 'alert' : 'region'}
      tabIndex={kind === 'done' ? -1 : undefined}
      aria-labelledby={id}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={id}>
          {title}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">{children}</div>
    </div>
  );
}
