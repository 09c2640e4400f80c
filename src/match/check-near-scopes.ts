import type { Expression, Scope } from "./expression/ast.ts";
import { nearOperator, type NearExpression } from "./expression/near-operands.ts";
import { walkExpression } from "./expression/operands-of.ts";
import { expressionsOf, type ParsedRules } from "./parse-rules.ts";
import type { RuleProblem } from "./rule-problem.ts";

type Field = "title" | "body";
type Fields = ReadonlySet<Field>;

const EVERYWHERE: Fields = new Set(["title", "body"]);
/** `lead:` reaches into the body. */
const FIELDS: Readonly<Record<Scope, Fields>> = {
  title: new Set(["title"]),
  body: new Set(["body"]),
  lead: EVERYWHERE,
};

/** Where the spans of an expression can stand. */
function createFieldsOf({ clauses }: ParsedRules): (expression: Expression) => Fields {
  /** Each is looked into once; while it is, it stands everywhere: a clause in a circle is another check's business. */
  const known = new Map<Expression, Fields>();

  function fieldsOf(expression: Expression): Fields {
    const found = known.get(expression);
    if (found !== undefined) return found;
    known.set(expression, EVERYWHERE);
    const fields = lookInto(expression);
    known.set(expression, fields);
    return fields;
  }

  function lookInto(expression: Expression): Fields {
    switch (expression.kind) {
      case "scope":
        return fieldsOf(expression.operand).intersection(FIELDS[expression.scope]);
      case "or":
        return new Set(expression.operands.flatMap((operand) => [...fieldsOf(operand)]));
      case "near":
        return ofJoined(expression);
      case "not-near":
      case "at-least":
        return fieldsOf(expression.operand);
      case "reference":
        return ofClause(expression.name);
      case "and":
      case "not":
      case "term":
      case "person":
      case "pattern":
        return EVERYWHERE;
    }
  }

  function ofJoined(near: Extract<Expression, { kind: "near" }>): Fields {
    const [left, right] = [fieldsOf(near.left), fieldsOf(near.right)];
    return crosses(near) ? left.union(right) : left.intersection(right);
  }

  function ofClause(name: string): Fields {
    const tree = clauses.get(name)?.tree ?? null;
    return tree === null ? EVERYWHERE : fieldsOf(tree);
  }
  return fieldsOf;
}

/** Whether a distance reaches from the title into the body: two sentences do, the title being the one before the first. */
function crosses({ distance }: NearExpression): boolean {
  return distance.unit === "sentences" && distance.count > 1;
}

/** Whether what stands in `first` fields can have what stands in `second` behind it at the distance. */
function canFollow(first: Fields, second: Fields, isCrossing: boolean): boolean {
  return !first.isDisjointFrom(second) || (isCrossing && first.has("title") && second.has("body"));
}

/** Whether the two sides can ever stand at the distance; true also where one of them can stand nowhere, which is told for itself. */
function canMeet(near: NearExpression, fieldsOf: (expression: Expression) => Fields): boolean {
  const [left, right] = near.kind === "near" ? [near.left, near.right] : [near.operand, near.absent];
  const [one, other] = [fieldsOf(left), fieldsOf(right)];
  if (one.size === 0 || other.size === 0) return true;
  const inOrder = near.kind === "near" ? near.ordered : near.side === "after-operand";
  const reversed = near.kind === "not-near" && near.side === "before-operand";
  return (!reversed && canFollow(one, other, crosses(near))) || (!inOrder && canFollow(other, one, crosses(near)));
}

function isApart(part: Expression, fieldsOf: (expression: Expression) => Fields): part is NearExpression {
  return (part.kind === "near" || part.kind === "not-near") && !canMeet(part, fieldsOf);
}

function toProblem(near: NearExpression): Omit<RuleProblem, "path"> {
  const operator = nearOperator(near);
  const apart = "one side is in the title, the other in the body";
  return near.kind === "near"
    ? {
        severity: "error",
        code: "impossible-near",
        message: `${operator} can never be found here: ${apart}; to ask for both, write AND`,
        suggestion: null,
        ...near.span,
      }
    : {
        severity: "lint",
        code: "idle-near",
        message: `${operator} never leaves anything out here: ${apart}`,
        suggestion: null,
        ...near.span,
      };
}

/** Every NEAR of which one side is in the title, the other in the body, and the distance does not reach from one to the other. */
export function checkNearScopes(parsed: ParsedRules): RuleProblem[] {
  const fieldsOf = createFieldsOf(parsed);
  return expressionsOf(parsed).flatMap(({ tree, path }) =>
    [...(tree === null ? [] : walkExpression(tree))]
      .filter((part) => isApart(part, fieldsOf))
      .map((near) => ({ ...toProblem(near), path })),
  );
}
