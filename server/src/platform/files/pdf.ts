const START = '%PDF-';
const END = '%%EOF';
/** Some programs write a little after the end. */
const TAIL_BYTES = 1024;
/** What a page does not need, and what has harmed readers: scripts, programs that are started, forms that are sent, and files within. */
const ACTIVE = /\/(?:JavaScript|Launch|SubmitForm|ImportData|EmbeddedFile)\b/;

/** Whether bytes are a whole PDF, whatever they were called, and one that is only read. What a PDF keeps compressed is not looked into. */
export function isPlainPdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return text.startsWith(START) && text.slice(-TAIL_BYTES).includes(END) && !ACTIVE.test(text);
}
