import { describe, expect, it } from 'vitest';
import { blankDrawing } from '@/modeler/blank';
import { sheetDifferences } from '@/journeys/sheetDifference';

const SIYU = 'xmlns:siyu="https://siyu.dev/schema/enclosures/1.0"';

/** A drawing in which these stand. */
function drawing(...enclosures: string[]) {
  return blankDrawing('旅程', 'one').replace(/(<bpmn:process [^>]*>)/, `$1<bpmn:extensionElements ${SIYU}>${enclosures.join('')}</bpmn:extensionElements>`);
}

/** happy-dom reads no CDATA. */
const escaped = (text: string) => text.replace(/[&<>]/g, one => `&#${one.charCodeAt(0)};`);

function table(rules: string[], policy = 'FIRST', inputs = ['spend']) {
  const columns = inputs.map(one => `<input id="i-${one}" label="${one}"><inputExpression><text>${one}</text></inputExpression></input>`).join('');
  return `<siyu:decision id="gift">${escaped(`<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="gift" name="送什么"><decisionTable hitPolicy="${policy}">${columns}<output id="o" label="gift" name="gift"/>${rules.join('')}</decisionTable></decision></definitions>`)}</siyu:decision>`;
}
function rule(id: string, cells: string[], gift: string) {
  return `<rule id="${id}">${cells.map(cell => `<inputEntry><text>${cell}</text></inputEntry>`).join('')}<outputEntry><text>${gift}</text></outputEntry></rule>`;
}
const form = (components: object[]) => `<siyu:form id="ask">${escaped(JSON.stringify({ id: 'ask', components }))}</siyu:form>`;

const A = rule('a', ['&gt; 1000'], '"mug"');
const B = rule('b', ['&gt; 500'], '"card"');
const C = rule('c', [''], '"none"');

describe('tables and forms of two versions', () => {
  it('should say nothing about equal ones', () => {
    expect(sheetDifferences(drawing(table([A, B]), form([])), drawing(table([A, B]), form([])))).toEqual([]);
  });

  it('should show the cell that changed, with both values', () => {
    const [sheet] = sheetDifferences(drawing(table([A, B])), drawing(table([A, rule('b', ['&gt; 600'], '"card"')])));
    expect(sheet).toMatchObject({ kind: 'decision', id: 'gift', state: 'changed', name: { after: '送什么' } });
    expect(sheet!.rows.map(row => row.state)).toEqual(['same', 'changed']);
    expect(sheet!.rows[1]!.cells[0]).toEqual({ before: '> 500', after: '> 600' });
  });

  it('should tell rows that came, went and changed places; those behind them stay', () => {
    const states = (old: string[], young: string[]) => sheetDifferences(drawing(table(old)), drawing(table(young)))[0]?.rows.map(row => `${row.id} ${row.state}`);
    expect(states([B, C], [A, B, C])).toEqual(['a added', 'b same', 'c same']);
    expect(states([A, B, C], [B, C])).toEqual(['a removed', 'b same', 'c same']);
    expect(states([A, B, C], [C, A, B])).toEqual(['c moved', 'a same', 'b same']);
  });

  it('should tell another hit policy and a column of its own', () => {
    const young = table([rule('a', ['&gt; 1000', '3'], '"mug"')], 'UNIQUE', ['spend', 'orders']);
    const [sheet] = sheetDifferences(drawing(table([A])), drawing(young));
    expect(sheet!.policy).toEqual({ before: 'FIRST', after: 'UNIQUE' });
    expect(sheet!.columns.map(column => [column.id, column.state])).toEqual([['i-spend', 'same'], ['i-orders', 'added'], ['o', 'same']]);
  });

  it('should tell fields of a form, also those in groups', () => {
    const field = { id: 'f', key: 'reason', label: '原因', type: 'textfield', validate: { required: true, maxLength: 200 } };
    const young = { ...field, label: '为什么', validate: { required: true, maxLength: 300 } };
    const [sheet] = sheetDifferences(drawing(form([field])), drawing(form([{ id: 'g', type: 'group', components: [young] }])));
    const row = sheet!.rows.find(one => one.id === 'f')!;
    const at = (id: string) => row.cells[sheet!.columns.findIndex(column => column.id === id)];
    expect(row.state).toBe('changed');
    expect(at('label')).toEqual({ before: '原因', after: '为什么' });
    expect(at('validate.maxLength')).toEqual({ before: '200', after: '300' });
    expect(at('validate.required')).toEqual({ before: 'true', after: 'true' });
    expect(sheet!.rows.find(one => one.id === 'g')!.state).toBe('added');
  });

  it('should show a whole table that came or went, and a form that cannot be read without its fields', () => {
    expect(sheetDifferences(drawing(), drawing(table([A])))).toMatchObject([{ state: 'added', rows: [{ state: 'added' }] }]);
    expect(sheetDifferences(drawing(table([A])), drawing())).toMatchObject([{ state: 'removed', rows: [{ state: 'removed' }] }]);
    expect(sheetDifferences(drawing(), drawing('<siyu:form id="ask">{broken</siyu:form>'))).toMatchObject([{ kind: 'form', state: 'added', rows: [] }]);
  });
});
