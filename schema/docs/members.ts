import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from "graphql";
import type { AddressOf } from "./address.ts";
import { describe, escapeHtml } from "./words.ts";

/** A field, an argument, an input field or a value of an enum. Texts are HTML. */
export type Member = {
  readonly name: string;
  readonly anchor: string;
  /** With a link to the type; null for a value of an enum. */
  readonly type: string | null;
  readonly description: string;
  /** Why it should no longer be used, and until when it is there; null where it is as good as ever. */
  readonly deprecated: string | null;
  /** Whether an input must give it. */
  readonly required: boolean;
  /** What holds where an input leaves it out; null: nothing. */
  readonly otherwise: string | null;
  /** The scope that a key needs to see it, where it has one of its own. */
  readonly scope?: string | null;
  readonly args: readonly Member[];
};

/** A type as it is written, its name a link. */
export function typeHtml(type: GraphQLType, addressOf: AddressOf): string {
  const { name } = getNamedType(type);
  const address = addressOf(name);
  const linked = address ? `<a href="${address}">${name}</a>` : name;
  const [before = "", after = ""] = String(type).split(name);
  return before + linked + after;
}

type Described = {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
};
const said = (part: Described, addressOf: AddressOf) => ({
  description: describe(part.description ?? "", addressOf),
  deprecated: part.deprecationReason == null ? null : describe(part.deprecationReason, addressOf),
});

function given(arg: GraphQLArgument, anchor: string, addressOf: AddressOf, required: boolean): Member {
  const value = arg.defaultValue === undefined ? null : astFromValue(arg.defaultValue, arg.type);
  return {
    name: arg.name,
    anchor,
    type: typeHtml(arg.type, addressOf),
    ...said(arg, addressOf),
    required,
    otherwise: value ? escapeHtml(print(value)) : null,
    args: [],
  };
}

/** Arguments of a field, each with an anchor below the field's own. */
export const argumentsOf = (args: readonly GraphQLArgument[], anchor: string, addressOf: AddressOf): Member[] =>
  args.map((arg) => given(arg, `${anchor}${arg.name}`, addressOf, isRequiredArgument(arg)));

/** What a type consists of. Anchors are the members' names, behind `prefix`. */
export function membersOf(type: GraphQLNamedType, prefix: string, addressOf: AddressOf): Member[] {
  if (isEnumType(type))
    return type.getValues().map((value) => ({
      name: value.name,
      anchor: prefix + value.name,
      type: null,
      ...said(value, addressOf),
      required: false,
      otherwise: null,
      args: [],
    }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) =>
      given(
        { ...field, extensions: {} } as GraphQLArgument,
        prefix + field.name,
        addressOf,
        isRequiredInputField(field),
      ),
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => ({
    name: field.name,
    anchor: prefix + field.name,
    type: typeHtml(field.type, addressOf),
    ...said(field, addressOf),
    required: false,
    otherwise: null,
    args: argumentsOf(field.args, `${prefix}${field.name}.`, addressOf),
  }));
}
