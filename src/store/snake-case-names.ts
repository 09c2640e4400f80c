import { CamelCasePlugin, PostgresQueryCompiler, SqliteQueryCompiler, type RootOperationNode } from "kysely";

/**
 * Rows come back with names in camel case. Queries are left alone: the plugin would copy each of them before it is
 * written, and the compilers below write their names in snake case at no cost.
 */
export class CamelCaseRows extends CamelCasePlugin {
  override transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    return node;
  }
}

export class SnakeCaseSqliteCompiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier));
  }
}

export class SnakeCasePostgresCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier));
  }
}

/** Names are those of our own code: some hundred. */
const known = new Map<string, string>();

function snakeCase(name: string): string {
  const written = known.get(name) ?? name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  known.set(name, written);
  return written;
}
