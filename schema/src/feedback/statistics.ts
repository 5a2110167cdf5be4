import { z } from 'zod';

/** By what feedback is counted. Of what somebody said, each piece is in one row, but for topics, of which it may have several. */
export const statisticsDimensions = ['ALL', 'UNIT', 'DISTRICT', 'MEASURE', 'TOPIC', 'LANGUAGE', 'CHANNEL', 'MOOD', 'STATE', 'EVENT'] as const;
export const StatisticsDimension = z.enum(statisticsDimensions).enum;
export type StatisticsDimension = keyof typeof StatisticsDimension;

/** Over which steps of time, by the city's calendar; a week begins on Monday. */
export const statisticsSteps = ['WEEK', 'MONTH'] as const;
export const StatisticsStep = z.enum(statisticsSteps).enum;
export type StatisticsStep = keyof typeof StatisticsStep;

/** By what everybody sees it counted, a calendar year at a time. */
export const publicDimensions = ['MONTH', 'TOPIC', 'UNIT', 'DISTRICT', 'MEASURE', 'LANGUAGE', 'CHANNEL'] as const;
export const PublicDimension = z.enum(publicDimensions).enum;
export type PublicDimension = keyof typeof PublicDimension;
