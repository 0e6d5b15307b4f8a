import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nextTick, shallowRef } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { blankDrawing } from '@/modeler/blank';
import { COMPAT, compatFindings } from '@/modeler/compat';
import { COMPAT_RULE, merged, useMerged, type Checked } from '@/modeler/merged';
import { compatWords } from '@/modeler/zh/compat';

const finding = (elementId: string | null, rule: string, severity = 'ERROR') => ({ elementId, rule, severity, message: rule });
const LISTENER = '<bpmn:startEvent id="start_Begin"><bpmn:extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="end" type="x" /></zeebe:executionListeners></bpmn:extensionElements></bpmn:startEvent>';
const LISTENING = blankDrawing('新旅程', 'journey-one').replace('<bpmn:startEvent id="start_Begin" />', LISTENER);
const PROCESSES = '../../processes';

describe('the rules of engine 8.5 in the browser', () => {
  it('should have a sentence for each rule that is asked for 8.5', () => {
    // given
    const load = createRequire(import.meta.url);
    const { configs } = load('bpmnlint-plugin-camunda-compat') as { configs: Record<string, { rules: Record<string, unknown> }> };
    const { rules } = load('bpmnlint/config/correctness') as { rules: Record<string, unknown> };
    const asked = [...Object.keys(configs['camunda-cloud-8-5']?.rules ?? {}), ...Object.keys(rules)].map(id => id.split('/').at(-1) ?? id);

    // then
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(id => !(id in compatWords))).toEqual([]);
  });
  it('should say what engine 8.5 does not know, in both languages', async () => {
    // when
    const found = await compatFindings(LISTENING);

    // then
    expect(found).toContainEqual(expect.objectContaining({ elementId: 'start_Begin', rule: COMPAT, severity: 'WARNING', message: '引擎 8.5 没有执行监听器' }));
    expect(found.every(one => one.messageEn)).toBe(true);
  });
  it.each(readdirSync(PROCESSES).filter(name => existsSync(`${PROCESSES}/${name}/${name}.bpmn`)))('should find nothing in the shipped drawing %s', async name => {
    expect(await compatFindings(readFileSync(`${PROCESSES}/${name}/${name}.bpmn`, 'utf8'))).toEqual([]);
  });
  it('should stand in one list with what the server found, each once', () => {
    const server = [finding('a', 'deadline'), finding('b', 'overlap', 'WARNING')];
    const browser = [finding('a', COMPAT, 'WARNING'), finding('b', COMPAT, 'WARNING'), finding('b', COMPAT, 'WARNING'), finding(null, COMPAT, 'WARNING')];
    expect(merged(server, browser)).toEqual([...server, browser[1], browser[3]]);
    expect(COMPAT_RULE.id).toBe(COMPAT);
  });
  it('should be about the drawing that the server was asked about', async () => {
    // given
    const checked = shallowRef<Checked | null>(null);
    const all = useMerged(checked);
    const server = finding('a', 'deadline');

    // when
    checked.value = { xml: LISTENING, findings: [server] };
    await nextTick();

    // then
    expect(all.value).toEqual([server]);
    await vi.waitFor(() => expect(all.value?.map(one => one.elementId)).toEqual(['a', 'start_Begin']), 5000);

    // when it was mended
    checked.value = { xml: blankDrawing('新旅程', 'journey-one'), findings: [] };

    // then
    await vi.waitFor(() => expect(all.value).toEqual([]), 5000);
  });
});
