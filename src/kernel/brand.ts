/** A nominal type over a plain one: `Brand<string, 'ItemSlug'>` is no other string by accident. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
