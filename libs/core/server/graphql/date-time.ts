/** The DateTime scalar: UTC with milliseconds out; ISO 8601 between 1900 and 2200 in. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(:(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

export const dateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize(value) {
    if (typeof value === 'string' && asPostgresWrites.test(value))
      return `${value.slice(0, 19)}${(value.slice(19, -6) || '.').padEnd(4, '0')}Z`;
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  },
  parseValue: parse,
  parseLiteral(node) {
    return parse(node.kind === Kind.STRING ? node.value : null);
  },
});

/** A time as PostgreSQL writes it in JSON, without zeros at the end: by far the most that are answered. */
const asPostgresWrites = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?\+00:00$/;

function parse(value: unknown): Date {
  const parts = typeof value === 'string' ? isoPattern.exec(value) : null;
  const time = parts ? new Date(String(value)) : null;
  const [, year = '', month = '', day = ''] = parts ?? [];
  if (!time || Number.isNaN(time.getTime()) || !isCalendarDay(Number(year), Number(month), Number(day))) throw wrong();
  return time;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function wrong(): GraphQLError {
  return new GraphQLError('Give a date and time such as 2016-03-05T17:30:00.000Z', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
