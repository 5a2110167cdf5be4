import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import axe from 'axe-core';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Assessment } from '../schema/src/accessibility/accessibility.ts';

export const AUDIENCES = ['resident', 'field', 'desk'] as const;

/** What a test of the pages attaches: those of one audience in one language and all looks. */
export interface Findings extends Pick<Assessment, 'pages' | 'themes' | 'violations'> {
  audience: (typeof AUDIENCES)[number];
  language: Assessment['languages'][number];
  rules: string[];
}
export const FINDINGS = 'accessibility';

const LANGUAGES = ['fi', 'sv', 'en'] as const;
const file = path.join(import.meta.dirname, '../client/public/accessibility.json');

/**
 * Writes down what a run found, whether or not it was content: the next build brings it along, and the accessibility statement tells it.
 * A run that did not read every page in every language to its end writes nothing.
 */
export default class AccessibilityReporter implements Reporter {
  readonly #found = new Map<string, Findings>();

  onTestEnd(_: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name !== FINDINGS || !body) continue;
      const findings = JSON.parse(body.toString()) as Findings;
      this.#found.set(findings.audience + findings.language, findings);
    }
  }

  onEnd({ startTime, duration }: FullResult): void {
    const found = LANGUAGES.flatMap((language) => AUDIENCES.map((audience) => this.#found.get(audience + language)));
    if (!found.every((one) => one !== undefined)) return;
    const assessment: Assessment = {
      assessedAt: new Date(startTime.getTime() + duration).toISOString(),
      tool: `axe-core ${axe.version}`,
      rules: new Set(found.flatMap(({ rules }) => rules)).size,
      pages: [...new Set(found.flatMap(({ pages }) => pages))],
      languages: [...LANGUAGES],
      themes: [...new Set(found.flatMap(({ themes }) => themes))],
      violations: found.flatMap(({ violations }) => violations),
    };
    writeFileSync(file, `${JSON.stringify(assessment, null, 2)}\n`);
  }
}
