import ts from "typescript";

/** The name that `…` stands for inside an expected value: anything. */
const anything = "__anything";

/**
 * Half a unit of the last digit that a number shows: 0.4707 is right within 0.00005, 3.22e10 within 5e7; without a
 * decimal point it is exact.
 */
export function toleranceOf(literal: string): number {
  const [mantissa = "", exponent = "0"] = literal.toLowerCase().replaceAll("_", "").split("e");
  const decimals = mantissa.split(".")[1]?.length;
  return decimals === undefined ? 0 : 0.5 * 10 ** (Number(exponent) - decimals) * (1 + 1e-9);
}

/** Where a value differs from what an expression shows of it; null where it does not. */
type Judge = (actual: unknown) => string | null;

const differs = (actual: unknown, shown: string): string => `${inspect(actual)} is not ${shown}`;
const inspect = (value: unknown): string =>
  typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));

function numberJudge(literal: string, sign: number): Judge {
  const value = sign * Number(literal.replaceAll("_", ""));
  const tolerance = toleranceOf(literal);
  return (actual) =>
    typeof actual === "number" && Math.abs(actual - value) <= tolerance ? null : differs(actual, literal);
}

function arrayJudge(node: ts.ArrayLiteralExpression): Judge {
  const isOpen = node.elements.at(-1)?.getText() === anything;
  const judges = (isOpen ? node.elements.slice(0, -1) : node.elements).map(judgeOf);
  return (actual) => {
    if (!Array.isArray(actual) || (isOpen ? actual.length < judges.length : actual.length !== judges.length))
      return differs(actual, node.getText());
    return judges.map((judge, index) => judge(actual[index])).find((fault) => fault !== null) ?? null;
  };
}

function objectJudge(node: ts.ObjectLiteralExpression): Judge {
  const isOpen = node.properties.some((property) => property.name?.getText() === anything);
  const members = node.properties.filter(ts.isPropertyAssignment).map((property) => {
    const name = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    return { name, judge: judgeOf(property.initializer) };
  });
  return (actual) => {
    if (typeof actual !== "object" || actual === null) return differs(actual, node.getText());
    const record = actual as Record<string, unknown>;
    const extra = isOpen
      ? undefined
      : Object.keys(record).find((key) => !members.some((m) => m.name === key));
    if (extra !== undefined) return `${node.getText()} does not show ${extra}`;
    return members.map(({ name, judge }) => judge(record[name])).find((fault) => fault !== null) ?? null;
  };
}

const words = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);

function judgeOf(node: ts.Expression): Judge {
  if (node.getText() === anything) return () => null;
  if (ts.isNumericLiteral(node)) return numberJudge(node.getText(), 1);
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
    return numberJudge(node.operand.getText(), -1);
  if (ts.isArrayLiteralExpression(node)) return arrayJudge(node);
  if (ts.isObjectLiteralExpression(node)) return objectJudge(node);
  if (ts.isStringLiteralLike(node))
    return (actual) => (actual === node.text ? null : differs(actual, node.getText()));
  if (words.has(node.getText()))
    return (actual) => (actual === words.get(node.getText()) ? null : differs(actual, node.getText()));
  throw new Error(`an example shows ${node.getText()}, which is no plain value`);
}

/** Compares a value with what a comment shows of it: a plain value, `…` for what is left out, prose after `; `. */
export function faultOf(actual: unknown, shown: string): string | null {
  const [value = ""] = shown.split(/; (?=[^"'\]}]*$)/);
  const text = `(${value.replace(/(?<=[{,[:]\s*)(?:…|\.\.\.)(?=\s*[}\],])/g, anything)})`;
  const file = ts.createSourceFile("shown.ts", text, ts.ScriptTarget.ES2023, true);
  const [statement] = file.statements;
  if (statement === undefined || !ts.isExpressionStatement(statement))
    throw new Error(`${shown} is no expression`);
  const { expression } = statement;
  return judgeOf(ts.isParenthesizedExpression(expression) ? expression.expression : expression)(actual);
}
