/** Query parameters that tell the publisher where a reader came from, and nothing about the article. */
const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d|link_.*|ptr_name|bbc_team|format|campaign_type)|ns_(?:mchannel|source|campaign|linkname|fee)|mc_[ce]id|_hs(?:enc|mi)|wt[._]mc(?:_id|_o)?|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mkt_tok|cmp|cmpid|ocid|s_cid|smid|xtor|sr_share|__twitter_impression|ftcamp|traffic_source)$/i;

function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter.split("=", 1)[0] ?? "");
}

/**
 * The form in which two links to one article are equal: without fragment, tracking parameters and letter case of the
 * host. Null when it is no http or https address.
 */
export function cleanLink(link: string): string | null {
  const url = URL.parse(link);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // Each change of an address reads it anew: most need none.
  if (url.href.includes("#")) url.hash = "";
  if (!url.href.includes("?")) return url.href;
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => !isTracking(parameter));
  url.search = kept.join("&");
  return url.href;
}
