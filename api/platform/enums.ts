import { registerEnumType } from "type-graphql";

/**
 * Registers a list of words as an enum of the API, each word described, and returns what `@Field` takes as its type.
 * The keys of `meanings` are the words.
 */
export function enumOf<const T extends string>(
  name: string,
  description: string,
  meanings: { readonly [word in T]: string },
): { readonly [word in T]: word } {
  const words = Object.fromEntries(Object.keys(meanings).map((w) => [w, w])) as { readonly [word in T]: word };
  registerEnumType(words, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(meanings).map(([w, meaning]) => [w, { description: meaning }]),
    ) as never,
  });
  return words;
}
