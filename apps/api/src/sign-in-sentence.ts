/** How one signs in to a hub that has just started, in one sentence. */
import type { Settings } from '@hub/core/server';
import { isPrinted } from '@hub/plugins/identity/server';

type SignInSettings = Pick<Settings, 'demonstration' | 'smtpUrl' | 'oidc' | 'adminEmail' | 'host' | 'publicUrl'>;

/** The sentence, or undefined where the launcher's own is right: a demonstration with members to choose from. */
export function signInSentence(settings: SignInSettings, address: string): string | undefined {
  if (settings.demonstration) return undefined;
  const page = new URL('/sign-in', settings.publicUrl ?? address).href;
  const ways = [codeWay(settings), settings.oidc && `with ${settings.oidc.label}`].filter(Boolean);
  if (ways.length === 0)
    return 'nobody can sign in yet: set HUB_SMTP_URL, so that codes can be sent, or HUB_OIDC_ISSUER';
  return `open ${page}, ${ways.join(', or ')}${administratorPart(settings)}`;
}

function codeWay(settings: SignInSettings): string | null {
  if (settings.smtpUrl) return 'by a code sent to your address';
  return isPrinted(settings) ? 'by a code, which is printed here because no mail server is set' : null;
}

function administratorPart({ adminEmail, oidc }: SignInSettings): string {
  return adminEmail || oidc?.adminSubject
    ? '; whoever the settings name as the first administrator becomes one by signing in'
    : '; HUB_ADMIN_EMAIL, which names the first administrator, is not set';
}
