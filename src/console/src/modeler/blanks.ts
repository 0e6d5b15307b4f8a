import type { Enclosure } from './enclosures';

/** An empty table for engine 8.5: one fact in, one answer out. */
export function blankDecision(id: string, name: string): Enclosure {
  const text = name.replace(/[<>&"]/g, '');
  return {
    kind: 'decision', id: `${id}_table`,
    text: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${id}_table" name="${text}" namespace="https://siyu.dev/decisions" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <decision id="${id}" name="${text}">
    <decisionTable id="${id}_rules" hitPolicy="FIRST">
      <input id="${id}_input" label="">
        <inputExpression id="${id}_expression" typeRef="string"><text></text></inputExpression>
      </input>
      <output id="${id}_output" label="" name="${id}" typeRef="string" />
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="${id}_diagram">
      <dmndi:DMNShape id="${id}_shape" dmnElementRef="${id}"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>`,
  };
}

/** A form without fields. */
export function blankForm(id: string): Enclosure {
  const form = { type: 'default', id, components: [], executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.5.0', schemaVersion: 16 };
  return { kind: 'form', id, text: JSON.stringify(form, null, 2) };
}

/** A name that nothing in the drawing has yet. */
export function freeId(base: string, taken: string[], separator: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${base}${separator}${number}`;
    if (!taken.includes(id)) return id;
  }
}
