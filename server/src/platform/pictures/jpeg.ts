const START = Buffer.from([0xff, 0xd8, 0xff]);
const END = Buffer.from([0xff, 0xd9]);
/** How cameras begin what they tell of place, time and device. */
const CAMERA = Buffer.from('Exif\0\0', 'latin1');

/** Whether bytes are a JPEG, whatever they were called, and one that tells nothing of where and with what it was taken. */
export const isPlainJpeg = (bytes: Buffer): boolean =>
  bytes.subarray(0, START.length).equals(START) && bytes.subarray(-END.length).equals(END) && !bytes.includes(CAMERA);
