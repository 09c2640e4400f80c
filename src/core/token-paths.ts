/** Where strangers call, below `http.public_url`; a token follows. Who hands such an address out and who serves it agree by these. */
export const HUB_PATH = "/hooks/websub/";
export const UNSUBSCRIBE_PATH = "/u/";
export const CLAIM_PATH = "/claim/";
