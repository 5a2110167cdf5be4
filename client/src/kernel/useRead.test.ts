import { gql, type TypedDocumentNode } from '@apollo/client';
import { expect, test } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { mount, settled } from '../testing/mount.ts';
import { useRead, type Read } from './useRead.ts';

const Question: TypedDocumentNode<{ city: string }, Record<string, never>> = gql`
  query Question {
    city
  }
`;

function reader() {
  const kept: { read?: Read<{ city: string }> } = {};
  const component = defineComponent(() => {
    kept.read = useRead(Question, {});
    return () => h('p', kept.read?.data.value?.city ?? 'nothing');
  });
  return { component, read: () => kept.read! };
}

test('an answer is shown', async () => {
  const { component, read } = reader();
  const page = await mount(component, {}, { answers: { Question: () => ({ city: 'Hamina' }) } });
  expect(page.textContent).toBe('Hamina');
  expect(read()).toMatchObject({ loading: { value: false }, problem: { value: null }, stale: { value: false } });
});

test('without a network there is a problem, and the answer comes when asked again', async () => {
  let network = false;
  const { component, read } = reader();
  const page = await mount(component, {}, { answers: { Question: () => (network ? { city: 'Hamina' } : new TypeError('Failed to fetch')) } });
  expect(read().problem.value?.code).toBe('offline');
  expect(read().loading.value).toBe(false);
  network = true;
  read().again();
  await settled();
  expect(page.textContent).toBe('Hamina');
  expect(read().problem.value).toBeNull();
});

test('a later failure leaves the last answer in sight and says that it is old', async () => {
  let network = true;
  const { component, read } = reader();
  const page = await mount(component, {}, { answers: { Question: () => (network ? { city: 'Hamina' } : new TypeError('Failed to fetch')) } });
  network = false;
  read().again();
  await settled();
  expect(page.textContent).toBe('Hamina');
  expect(read().stale.value).toBe(true);
});

test('a question that is taken back takes its answer along', async () => {
  const enabled = ref(true);
  const component = defineComponent(() => {
    const { data } = useRead(Question, {}, { enabled });
    return () => h('p', data.value?.city ?? 'nothing');
  });
  const page = await mount(component, {}, { answers: { Question: () => ({ city: 'Hamina' }) } });
  expect(page.textContent).toBe('Hamina');
  enabled.value = false;
  await settled();
  expect(page.textContent).toBe('nothing');
});
