import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { conditionsOf, type When } from "./conditions.ts";
import { idsOf, sizeOf } from "./size.ts";
import type { Given, Size, Step } from "./step.ts";
import { LIST, MOST_ITEMS, PAGE, QUESTION, THING, USUAL_ITEMS, VERB, weights } from "./weights.ts";

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Written = { readonly node: FieldNode; readonly when: When };
type Within = { readonly set: SelectionSetNode; readonly when: When };
type Field = GraphQLField<unknown, unknown>;

const isThing = (type: GraphQLNamedType): boolean =>
  type.name === "Node" || (isObjectType(type) && type.getInterfaces().some((i) => i.name === "Node"));
/** What holds as many items as its own question asks for. */
const isPage = (type: GraphQLNamedType): boolean => /(Connection|Page)$/.test(type.name);
const isEdge = (type: GraphQLNamedType): boolean => type.name.endsWith("Edge");
const usual = (type: GraphQLNamedType, isList: boolean): number =>
  isThing(type) ? THING : isPage(type) ? PAGE : isList && !isLeafType(type) && !isEdge(type) ? LIST : 0;

/** Turns an operation into its priced fields, once for each document: variables come later. */
export function compile(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Step[] {
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const typesOf = (named: GraphQLNamedType): readonly GraphQLObjectType[] => {
    if (isLeafType(named) || named.name.startsWith("__")) return [];
    return isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType];
  };
  const stepsOf = (type: GraphQLObjectType, within: readonly Within[], page: Size | null): Step[] => {
    const steps: Step[] = [];
    for (const [key, written] of fieldsOf(schema, type, within, fragments)) {
      const field = fieldOf(type, (written[0] as Written).node.name.value);
      const step = field && stepOf(type, field, key, written, page);
      if (step) steps.push(step);
    }
    return steps;
  };
  const stepOf = (type: GraphQLObjectType, field: Field, key: string, written: Written[], page: Size | null) => {
    const named = getNamedType(field.type);
    const weight = weights[`${type.name}.${field.name}`];
    const isList = isListType(getNullableType(field.type));
    const nodes = written.map((w) => w.node);
    const ofPage = isPage(named) ? sizeOf(field, nodes, MOST_ITEMS) : null;
    const sets = written.flatMap(({ node, when }) => (node.selectionSet ? [{ set: node.selectionSet, when }] : []));
    const types = typesOf(named);
    const inside = types.map((t) => stepsOf(t, sets, ofPage));
    const isFree = inside.every((steps) => steps.length === 0);
    const isMany = isList && (isThing(named) || page !== null || weight?.items !== undefined || !isFree);
    const items = !isMany ? null : (page ?? sizeOf(field, nodes, weight?.items ?? USUAL_ITEMS));
    const asked = type === root;
    const points =
      weight?.points ?? (asked ? (operation.operation === "mutation" ? VERB : QUESTION) : usual(named, isList));
    const given = dearArguments(type, field, nodes);
    if (points === 0 && items === null && isFree && given.length === 0) return null;
    const said = isAbstractType(named) ? idsOf(field, nodes) : null;
    const ids = said && { said, types: types.map((t) => t.name) };
    return { key, points, asked, given, items, when: written.map((w) => w.when), ids, inside };
  };
  return stepsOf(root, [{ set: operation.selectionSet, when: [] }], null);
}

/** What a field costs more by the arguments that it is given. */
function dearArguments(type: GraphQLObjectType, field: Field, [node]: readonly FieldNode[]): Given[] {
  return (node?.arguments ?? []).flatMap(({ name, value }) => {
    const points = weights[`${type.name}.${field.name}(${name.value})`]?.points;
    if (points === undefined || value.kind === Kind.NULL) return [];
    return [{ points, variable: value.kind === Kind.VARIABLE ? value.name.value : null }];
  });
}

const fieldOf = (type: GraphQLObjectType, name: string): Field | undefined =>
  name === SchemaMetaFieldDef.name
    ? SchemaMetaFieldDef
    : name === TypeMetaFieldDef.name
      ? TypeMetaFieldDef
      : type.getFields()[name];

/** The fields that an object of a type would answer, by the names the answer shows them under. */
function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, within: readonly Within[], fragments: Fragments) {
  const fields = new Map<string, Written[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined) => {
    if (condition === undefined || condition === type.name) return true;
    const on = schema.getType(condition);
    return isAbstractType(on) && schema.isSubType(on, type);
  };
  const collect = (set: SelectionSetNode, outer: When) => {
    for (const selection of set.selections) {
      const when = conditionsOf(selection.directives, outer);
      if (!when) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        if (known) known.push({ node: selection, when });
        else fields.set(key, [{ node: selection, when }]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet, when);
      } else {
        const fragment = fragments.get(selection.name.value);
        const visit = `${selection.name.value} ${JSON.stringify(when)}`;
        if (!fragment || visited.has(visit) || !applies(fragment.typeCondition.name.value)) continue;
        visited.add(visit);
        collect(fragment.selectionSet, when);
      }
    }
  };
  for (const { set, when } of within) collect(set, when);
  return fields;
}
