import { onScopeDispose, ref, shallowRef, type ShallowRef } from 'vue';

/** Reads QR codes with the tablet's camera. What it sees stays here: nothing is recorded, and the camera is off when the page is left. */
export function useQrCamera(video: Readonly<ShallowRef<HTMLVideoElement | null>>, found: (text: string) => void) {
  const on = ref(false);
  const problem = ref<'refused' | 'none' | null>(null);
  let end: (() => void) | null = null;
  const stop = () => {
    end?.();
    end = null;
    on.value = false;
  };
  onScopeDispose(stop);

  /** Turns the camera on; whoever says no is told what to do. */
  async function start(): Promise<void> {
    problem.value = null;
    on.value = true;
    try {
      const { frameLoop, QRCanvas, rearCamera } = await import('qr/dom.js');
      const camera = await rearCamera(video.value!);
      const canvas = new QRCanvas();
      let reading = false;
      const endLoop = frameLoop(async () => {
        if (reading) return;
        reading = true;
        const read = await camera.readFrame(canvas).catch(() => undefined);
        reading = false;
        if (typeof read === 'string') found(read);
      }, video.value!);
      end = () => {
        endLoop();
        camera.stop();
      };
      // the page was left while the camera was asked for
      if (!on.value) stop();
    } catch (error) {
      stop();
      problem.value = (error as Error).name === 'NotAllowedError' ? 'refused' : 'none';
    }
  }
  return { on, problem: shallowRef(problem), start, stop };
}
