import { GraphQLError } from 'graphql';
import type { Answer, Answers } from '../domain/dossier/procedure.ts';
import { instantFrom, isDay, type Day, type Instant } from '../kernel/instant.ts';
import type { ApiBuilder } from './builder.ts';

export function addScalars(builder: ApiBuilder): void {
  builder.scalarType('Instant', {
    description: '时刻：ISO 8601，UTC。 A moment, ISO 8601, given back in UTC with milliseconds.',
    serialize: (value) => value,
    parseValue: parseInstant,
  });
  builder.scalarType('Day', {
    description: '日期：YYYY-MM-DD，北京时间。 A calendar day in Asia/Shanghai.',
    serialize: (value) => value,
    parseValue: parseDay,
  });
  builder.scalarType('FormAnswers', {
    description:
      '表单答案：题目名到文字、数字或是否。 Answers by question: text, number or boolean.',
    serialize: (value) => value,
    parseValue: parseAnswers,
  });
  builder.scalarType('Facts', {
    description:
      '事件内容（JSON 对象），不含个人信息。 The data of an event, without personal data.',
    serialize: (value) => value,
  });
}

function parseInstant(value: unknown): Instant {
  const instant = typeof value === 'string' ? instantFrom(value) : undefined;
  if (instant === undefined) {
    throw new GraphQLError('不是时刻 / not an instant, for example 2026-03-02T01:30:00Z');
  }
  return instant;
}

function parseDay(value: unknown): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError('不是日期 / not a day, for example 2026-03-02');
}

function parseAnswers(value: unknown): Answers {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GraphQLError('表单答案应为对象 / answers are an object of question and answer');
  }
  const entries = Object.entries(value);
  const wrong = entries.filter(([, answer]) => !isAnswer(answer)).map(([field]) => field);
  if (wrong.length > 0) {
    throw new GraphQLError(
      `这些题目的答案应为文字、数字或是否 / answers must be text, number or boolean: ${wrong.join(', ')}`,
    );
  }
  return Object.fromEntries(entries);
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
