/** What the button "Adapt this for our site" offers to whom. Pure. */
import { endedStages, type AdaptationStage } from '@hub/plugins/adaptations/contract';

interface OfferFacts {
  readonly status: string;
  readonly site: { readonly id: string };
  readonly currentVersion: object | null;
  readonly viewerAdaptation: { readonly id: string } | null;
}

interface SiteOfViewer {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly viewerCanStartAdaptation: boolean;
}

export type AdaptOffer =
  | { readonly kind: 'none' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'go'; readonly adaptation: string }
  | { readonly kind: 'adapt' }
  | { readonly kind: 'renew' };

/**
 * Nothing for what was never published; where the site has begun, the way to its own record. The site that owns it makes something new
 * from it, as when something better comes out of a failure.
 */
export function adaptOffer(
  intervention: OfferFacts,
  viewer: { readonly sites: readonly SiteOfViewer[] } | null,
): AdaptOffer {
  if (intervention.viewerAdaptation) return { kind: 'go', adaptation: intervention.viewerAdaptation.id };
  if (!intervention.currentVersion || intervention.status !== 'PUBLISHED') return { kind: 'none' };
  if (!viewer) return { kind: 'sign-in' };
  const [site] = sitesToAdaptFor(intervention, viewer.sites);
  if (!site) return { kind: 'none' };
  return { kind: site.id === intervention.site.id ? 'renew' : 'adapt' };
}

/** The viewer's sites that could adapt it: those for which they may begin one. The site that owns it only where there is no other. */
export function sitesToAdaptFor<Site extends SiteOfViewer>(
  intervention: { readonly site: { readonly id: string } },
  sites: readonly Site[],
): Site[] {
  const allowed = sites.filter((site) => site.viewerCanStartAdaptation);
  const others = allowed.filter((site) => site.id !== intervention.site.id);
  return others.length > 0 ? others : allowed;
}

interface WorkFacts {
  readonly site: { readonly id: string };
  readonly viewerAdaptation: { readonly stage: AdaptationStage; readonly site: { readonly id: string } } | null;
}

/** Of these, the sites that are not at work on it already: what has ended may be begun again. */
export function sitesNotAtWork<Site extends SiteOfViewer>(
  { viewerAdaptation }: WorkFacts,
  sites: readonly Site[],
): Site[] {
  if (!viewerAdaptation || endedStages.includes(viewerAdaptation.stage)) return [...sites];
  return sites.filter(({ id }) => id !== viewerAdaptation.site.id);
}
