import type { FileOf } from '@torilla/schema/files/files';
import { filePath, MAX_FILE_BYTES, MAX_FILE_TITLE } from '@torilla/schema/files/limits';
import type { Ref } from 'vue';
import { AdminRemoveFileDocument } from '../../../gql/files/admin/graphql.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { usePutUp, type Chosen } from '../../staff/admin/usePutUp.ts';

/** Why a file cannot be put up. */
export type FileFault = 'too-large' | 'no-pdf' | 'unreadable';

const START = '%PDF-';
/** What a file is called, as a title begins: without its ending, and with spaces where a computer wanted none. */
const titleOf = (name: string): string =>
  name
    .replace(/\.pdf$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, MAX_FILE_TITLE);

async function prepare(file: File): Promise<Omit<Chosen, 'id'> | FileFault> {
  if (file.size > MAX_FILE_BYTES) return 'too-large';
  try {
    if ((await file.slice(0, START.length).text()) !== START) return 'no-pdf';
  } catch {
    return 'unreadable'; // it was moved, or its disk is gone
  }
  return { blob: new Blob([file], { type: 'application/pdf' }), words: { fi: titleOf(file.name) }, told: {} };
}

/** Putting a file to something: chosen, given a title, sent. */
export const usePutFile = (of: FileOf, subjectId: () => string, section: Readonly<Ref<HTMLElement | null>>) =>
  usePutUp<FileFault>({ pathOf: filePath, of, subjectId, prepare, section });

export const useRemoveFile = () => useWrite(AdminRemoveFileDocument);
