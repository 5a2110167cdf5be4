import { Assessment } from '@torilla/schema/accessibility/accessibility';
import { existsSync, readFileSync } from 'node:fs';
import { paths } from './paths.ts';

/** What the tests found of the app that is served, as the build brings it along; null when no run is known. @throws when the file is none of ours */
export function assessmentOfBuild(file = paths.assessment): Assessment | null {
  return existsSync(file) ? Assessment.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
