import { mount } from '@vue/test-utils';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import ElementPlus from 'element-plus';
import { createPinia } from 'pinia';
import { i18n } from '../src/words';
import WishForm from '../src/launches/WishForm.vue';

vi.mock('../src/api/client', async load => ({ ...await load<object>(), get: async () => ({ people: 90 }) }));

test('should ask for a launch to ten percent as the form offers it', async () => {
  const form = mount(WishForm, { props: { busy: false, send: '提交' }, global: { plugins: [i18n, createPinia(), ElementPlus] }, attachTo: document.body });
  await form.find('textarea').setValue('三天后问候');
  expect(form.find('form').attributes()).toHaveProperty('novalidate');
  await form.find('form').trigger('submit');
  expect(form.emitted('send')?.[0]?.[0]).toMatchObject({ percent: 10, audience: 'PERCENT' });
  form.unmount();
});

// a number field passes its step to the browser, which then refuses 10 between 1, 6, 11 without a word of ours
test('should let no browser judge a form with number fields', () => {
  const held = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.vue')).map(file => ({ file, text: readFileSync(`src/${file}`, 'utf8') }))
    .filter(one => one.text.includes('<form') && one.text.includes('el-input-number'));
  expect(held.length).toBeGreaterThan(3);
  expect(held.filter(one => !/<form[^>]* novalidate/.test(one.text)).map(one => one.file)).toEqual([]);
});
