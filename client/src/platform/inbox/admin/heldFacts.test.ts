import { expect, test } from 'vitest';
import { jsonFault, openedOf, reasonOf } from './heldFacts.ts';

test('a reason has a sentence and its facts, and one without a sentence is told by its code', () => {
  expect(reasonOf({ reason: 'unknown-topic', reasonFacts: '{"unknown":["moon","sun"]}' })).toEqual({ code: 'unknown-topic', facts: ['moon', 'sun'] });
  expect(reasonOf({ reason: 'from-tomorrow', reasonFacts: null })).toEqual({ code: 'other', facts: ['from-tomorrow'] });
  expect(reasonOf({ reason: 'bad-input', reasonFacts: 'not json' })).toEqual({ code: 'bad-input', facts: ['not json'] });
});

test('an opened item shows its input on lines of its own', () => {
  expect(openedOf('{"operation":"feedback.give","version":1,"input":{"words":"Penkki"}}')).toEqual({
    operation: 'feedback.give',
    version: 1,
    input: '{\n  "words": "Penkki"\n}',
  });
});

test('what is not JSON is told before it is sent', () => {
  expect(jsonFault('{"a": 1}')).toBeNull();
  expect(jsonFault('{')).toMatch(/./);
});
