/** What a list costs in an operation's price: how many entries it usually has, not how many it may. */
export const SHORT_LIST = { field: 1, multiplier: 2 } as const;
export const LONG_LIST = { field: 1, multiplier: 15 } as const;

/** The price of a page: what is asked for. */
export function pagePrice({ first }: { readonly first?: number | null | undefined }) {
  return { field: 5, multiplier: first ?? PAGE_DEFAULT };
}

export const PAGE_DEFAULT = 20;
export const PAGE_MOST = 100;
