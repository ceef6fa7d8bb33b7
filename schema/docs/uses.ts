import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from "graphql";

/** Where each type occurs, by its name: as `Type.field`, `Type.field(argument)`, `Type implements` or `Type` for a union. */
export function usesIn(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const note = (type: string, where: string) => {
    const known = uses.get(type) ?? [];
    if (!known.includes(where)) uses.set(type, [...known, where]);
  };
  for (const type of Object.values(schema.getTypeMap()).filter((t) => !isIntrospectionType(t))) {
    if (isUnionType(type)) for (const { name } of type.getTypes()) note(name, type.name);
    if (isObjectType(type)) for (const { name } of type.getInterfaces()) note(name, type.name);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        note(getNamedType(field.type).name, `${type.name}.${field.name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(getNamedType(field.type).name, `${type.name}.${field.name}`);
      for (const arg of field.args) note(getNamedType(arg.type).name, `${type.name}.${field.name}`);
    }
  }
  return uses;
}
