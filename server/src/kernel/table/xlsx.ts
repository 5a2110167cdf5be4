import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell, WrittenTable } from './table.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What spreadsheets take in a cell at the most. */
const MAX_TEXT = 32_767;

/** The parts of a workbook of one sheet, but for the sheet. */
const parts = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
});

/**
 * The table as a workbook, written as it is read. A workbook is a zip of XML, so it takes a zip that streams and these lines: the libraries that write workbooks
 * bring a hundred packages or hold the table. A text is never a formula in it. A file that was cut off has no end, and no spreadsheet opens it.
 */
export function xlsxOf(table: WrittenTable): Readable {
  const zip = new ZipFile();
  const sheet = Readable.from(sheetOf(table), { objectMode: false });
  const out = zip.outputStream as Readable;
  for (const [path, xml] of Object.entries(parts(table.name))) zip.addBuffer(Buffer.from(XML + xml), path);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.on('error', (error: Error) => out.destroy(error));
  // whoever goes away ends the reading too
  out.once('close', () => sheet.destroy());
  zip.end();
  return out;
}

async function* sheetOf({ head, rows }: WrittenTable): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowOf(head)}`;
  for await (const batch of rows) yield batch.map(rowOf).join('');
  yield '</sheetData></worksheet>';
}

const rowOf = (cells: readonly Cell[]): string => `<row>${cells.map(cellOf).join('')}</row>`;

function cellOf(value: Cell): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MAX_TEXT))}</t></is></c>`;
}

// XML has no way to write these
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => MARKS[mark]!);
