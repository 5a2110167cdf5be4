import type { Mood, SpokenLanguage } from '@torilla/schema/feedback/feedback';
import type { Dice } from '../../../kernel/dice.ts';
import { demoPlaces, type DemoPlace } from './places.ts';
import { closings, type DemoIssue, finnish, sinces } from './words.fi.ts';
import { english, swedish, type DemoVoice } from './words.others.ts';

/** What somebody says, and what the city will say to it. */
export interface Said {
  words: string;
  language: SpokenLanguage;
  topic: string;
  unit: string | null;
  measure: string | null;
  place: DemoPlace;
  mood: Mood | null;
  answers: readonly string[];
  changes: readonly string[];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** One voice of the demo: mostly Finnish, some Swedish, a little English. */
export function say(dice: Dice): Said {
  const place = dice.oneOf(demoPlaces);
  if (dice.chance(0.09)) return inOther(dice, place, 'sv', swedish);
  if (dice.chance(0.03)) return inOther(dice, place, 'en', english);
  const topic = dice.oneOf(finnish);
  const praises = dice.chance(0.16);
  const parts = praises ? [dice.oneOf(topic.praise)(place)] : problem(dice, dice.oneOf(topic.issues), place);
  if (dice.chance(0.12)) parts.push(dice.oneOf(closings));
  return {
    words: parts.map(sentence).join(' '),
    language: 'fi',
    topic: topic.topic,
    unit: dice.chance(0.7) ? dice.oneOf(topic.units) : null,
    measure: dice.chance(0.4) ? dice.oneOf(topic.measures) : null,
    place,
    mood: moodOf(dice, praises),
    answers: topic.answers,
    changes: topic.changes,
  };
}

function problem(dice: Dice, { so, why, wish }: DemoIssue, place: DemoPlace): string[] {
  const parts = [so(place, dice.oneOf(sinces))];
  if (dice.chance(0.65)) parts.push(dice.oneOf(why));
  if (dice.chance(0.65)) parts.push(dice.oneOf(wish));
  return parts;
}

function inOther(dice: Dice, place: DemoPlace, language: 'sv' | 'en', voices: readonly DemoVoice[]): Said {
  const { topic, so, wish, answers } = dice.oneOf(voices);
  const of = finnish.find((one) => one.topic === topic)!;
  return {
    words: [dice.oneOf(so)(place), ...(dice.chance(0.8) ? [dice.oneOf(wish)] : [])].map(sentence).join(' '),
    language,
    topic,
    unit: dice.chance(0.7) ? dice.oneOf(of.units) : null,
    measure: dice.chance(0.4) ? dice.oneOf(of.measures) : null,
    place,
    mood: moodOf(dice, false),
    answers,
    changes: [],
  };
}

function moodOf(dice: Dice, praises: boolean): Mood | null {
  if (dice.chance(0.25)) return null;
  return praises ? dice.oneOf(['HAPPY', 'HAPPY', 'HOPEFUL']) : dice.oneOf(['ANGRY', 'DISAPPOINTED', 'DISAPPOINTED', 'NEUTRAL', 'NEUTRAL', 'HOPEFUL']);
}
