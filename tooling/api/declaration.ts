import ts from "typescript";

/** A member of an interface or class. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What `/** … *\/` before a node says. */
function commentOf(node: ts.Node): string {
  const [first] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return first === undefined ? "" : squeeze(ts.getTextOfJSDocComment(first.comment) ?? "");
}

/** The text of a function up to its body: name, parameters, what it returns. */
function headOf(node: ts.FunctionLikeDeclaration): string {
  const whole = node.getText();
  const end = node.body === undefined ? whole.length : node.body.getStart() - node.getStart();
  return whole.slice(0, end).trim();
}

/** Whether a function's own body throws or fails. */
export function throwsItself(node: ts.Node): boolean {
  if (!ts.isFunctionDeclaration(node) || node.body === undefined) return false;
  const visit = (part: ts.Node): boolean => {
    if (ts.isThrowStatement(part)) return true;
    if (ts.isCallExpression(part) && part.expression.getText() === "fail") return true;
    return ts.forEachChild(part, visit) ?? false;
  };
  return visit(node.body);
}

function constantOf(node: ts.VariableDeclaration): string {
  const name = node.name.getText();
  if (node.type !== undefined) return `const ${name}: ${node.type.getText()}`;
  const start = node.initializer;
  if (start !== undefined && (ts.isArrowFunction(start) || ts.isFunctionExpression(start))) {
    const head = headOf(start).replace(/=>\s*$/, "");
    return `const ${name} = ${head}=> …`;
  }
  const text = start === undefined ? "" : squeeze(start.getText());
  return `const ${name} = ${text.length > 90 ? `${text.slice(0, 86)} …` : text}`;
}

function classOf(node: ts.ClassDeclaration): string {
  const parents = (node.heritageClauses ?? []).map((clause) => clause.getText()).join(" ");
  const members = node.members.map((member) => {
    const head = ts.isConstructorDeclaration(member) ? headOf(member) : member.getText();
    return `  ${head.replace(/;$/, "")};`;
  });
  return [`class ${node.name?.getText()} ${parents} {`, ...members, "}"].join("\n");
}

/** A declaration as it is written, under the name that it is exported by. */
export function declarationOf(node: ts.Declaration, name: string): string {
  const text = ts.isFunctionDeclaration(node)
    ? headOf(node)
    : ts.isVariableDeclaration(node)
      ? constantOf(node)
      : ts.isClassDeclaration(node)
        ? classOf(node)
        : node.getText().replace(/;$/, "");
  const own = (node as ts.NamedDeclaration).name?.getText() ?? name;
  const bare = text.replace(/^export /, "").replace(/^declare /, "");
  return own === name ? bare : bare.replace(new RegExp(`\\b${own}\\b`), name);
}

const isField = (node: ts.Node): node is ts.PropertySignature | ts.PropertyDeclaration | ts.MethodSignature =>
  ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isMethodSignature(node);

function membersOf(members: ts.NodeArray<ts.Node>, prefix = ""): Field[] {
  return members.filter(isField).flatMap((member) => {
    const name = `${prefix}${member.name.getText()}`;
    const { type } = member;
    const field = { name, type: squeeze(type?.getText() ?? ""), text: commentOf(member) };
    return type !== undefined && ts.isTypeLiteralNode(type)
      ? [field, ...membersOf(type.members, `${name}.`)]
      : [field];
  });
}

/** The members of an interface, a class or a type literal, those of inner literals with their path. */
export function fieldsOf(node: ts.Declaration): Field[] {
  if (ts.isInterfaceDeclaration(node)) return membersOf(node.members);
  if (ts.isClassDeclaration(node)) return membersOf(node.members as ts.NodeArray<ts.Node>);
  if (ts.isTypeAliasDeclaration(node) && ts.isTypeLiteralNode(node.type)) return membersOf(node.type.members);
  return [];
}

/** A zod schema whose type an alias is. */
export interface SchemaOf {
  readonly name: string;
  /** What its own comment says. */
  readonly summary: string;
  /** What the comments in its source say, by dotted path. */
  readonly comments: Readonly<Record<string, string>>;
}

const variableOf = (file: ts.SourceFile, name: string): ts.VariableDeclaration | undefined =>
  file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name);

/** The initial value of the variable that an identifier stands for, here or in the file it is imported from. */
function initialOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declaration = (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    ? declaration.initializer
    : undefined;
}

/** Comments of an object literal's members, those of objects inside calls (`z.strictObject({ … })`) with their path. */
function commentsIn(node: ts.Node, checker: ts.TypeChecker, prefix = ""): [string, string][] {
  const inside = (part: ts.Node, path = prefix) => commentsIn(part, checker, path);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((property) => {
      if (ts.isSpreadAssignment(property)) return inside(property.expression);
      if (!ts.isPropertyAssignment(property)) return [];
      const path = `${prefix}${property.name.getText()}`;
      const own: [string, string][] = commentOf(property) === "" ? [] : [[path, commentOf(property)]];
      return [...own, ...inside(property.initializer, `${path}.`)];
    });
  }
  if (ts.isIdentifier(node)) {
    const start = initialOf(node, checker);
    return start === undefined ? [] : inside(start);
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((part) => inside(part));
  // A schema that is made when it is first asked for.
  if (ts.isArrowFunction(node)) return inside(node.body);
  if (ts.isCallExpression(node)) return [node.expression, ...node.arguments].flatMap((part) => inside(part));
  return ts.isPropertyAccessExpression(node) ? inside(node.expression) : [];
}

/** The schema of `z.infer<typeof schema>`, or of what a function makes; null for any other declaration. */
export function schemaOf(node: ts.Declaration, checker: ts.TypeChecker): SchemaOf | null {
  if (!ts.isTypeAliasDeclaration(node)) return null;
  const name = /\bz\.(?:infer|input|output)<(?:ReturnType<)?typeof (\w+)>/.exec(node.type.getText())?.[1];
  if (name === undefined) return null;
  const variable = variableOf(node.getSourceFile(), name);
  const start = variable?.initializer;
  return {
    name,
    summary: variable === undefined ? "" : commentOf(variable),
    comments: start === undefined ? {} : Object.fromEntries(commentsIn(start, checker)),
  };
}
