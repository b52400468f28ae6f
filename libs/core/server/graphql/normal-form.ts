/** The form in which texts are taken: equal letters are equal, however they were typed, and a line is one line. */
import {
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

type Input = GraphQLArgument | GraphQLInputField;

/**
 * A copy of a coerced value with every text in Unicode's normal form C (an é typed as two characters is found and compared as one),
 * and line breaks and tabs in those that are to be one line turned into spaces. What is no text stays what it is.
 */
export function inNormalForm(
  value: unknown,
  input: Input,
  isLine: (input: Input) => boolean,
  type: GraphQLInputType = input.type,
): unknown {
  if (isNonNullType(type)) return inNormalForm(value, input, isLine, type.ofType);
  if (isListType(type) && Array.isArray(value))
    return value.map((each) => inNormalForm(each, input, isLine, type.ofType));
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const fields = type.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const field = fields[name];
        return [name, field ? inNormalForm(each, field, isLine) : each];
      }),
    );
  }
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC');
  return type === GraphQLString && isLine(input) ? text.replace(lineEnds, ' ') : text;
}

const lineEnds = /[^\S\n]*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;
