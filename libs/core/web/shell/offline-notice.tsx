/** Says that the device is offline, and that nothing written is lost. */
import { useSyncExternalStore } from 'react';

export function OfflineNotice() {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <div className="hub-offline nhsuk-width-container">
          <p>You are offline. What you wrote is kept in this tab.</p>
        </div>
      )}
    </div>
  );
}

function listen(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
