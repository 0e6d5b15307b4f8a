import { blankDecision, freeId } from './blanks';
import { calledBy, enclose, enclosed } from './enclosures';
import { extend, type Shape } from './editor';
import type { Piece, Site } from './pieces';

/** A step that decides by a table of its own, which stands in the drawing. */
export function decidePiece(put: (site: Site, behind: Shape, attributes: Record<string, unknown>, name: string) => Shape, width: number): Piece {
  return {
    id: 'decide', group: 'split', width, zh: '按决策表决定', en: 'Decide by a table',
    helpZh: '新建一张决策表，与流程一起保存、审批、生效；点步骤上的按钮打开它。', helpEn: 'A new decision table that is one version with the flow; the button at the step opens it.',
    draw(site, behind) {
      const { tools } = site;
      const id = freeId('decision', enclosed(tools).flatMap(one => [one.id, ...calledBy(one)]), '_');
      const task = put(site, behind, { type: 'bpmn:BusinessRuleTask' }, '按表决定');
      extend(tools, task, 'zeebe:CalledDecision', { decisionId: id, resultVariable: id });
      enclose(tools, blankDecision(id, '决策表'));
      return task;
    },
  };
}
