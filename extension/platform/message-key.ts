type Underscored<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Name;

/**
 * The message that speaks of a member of a union: "reason" and "leaf-only" give `reason_leaf_only`. Passed on to `t`, a member
 * without a message does not compile.
 */
export function messageKey<Family extends string, Name extends string>(family: Family, name: Name) {
  return `${family}_${name.replaceAll("-", "_")}` as `${Family}_${Underscored<Name>}`;
}
