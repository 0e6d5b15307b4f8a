import { type Connection, type Modeling, type Shape, type Tools } from './editor';
import type { Piece, Site } from './pieces';

interface Selection { get(): Shape[]; select(shape: Shape): void }
interface More extends Modeling { reconnectStart(connection: Connection, source: Shape, at: { x: number; y: number }): void }

const ENDS = new Set(['bpmn:EndEvent', 'bpmn:SequenceFlow', 'bpmn:Process', 'label']);

/** Puts a piece behind what is selected, or behind the last thing drawn; what follows moves to the right. Answers where it goes on. */
export function place(piece: Piece, site: Site, selection: Selection): Shape | null {
  const { tools } = site;
  const behind = anchor(tools, selection.get()[0]);
  if (!behind) return null;
  const next = way(behind);
  const known = new Set(behind.outgoing);
  if (next && piece.width) makeRoom(tools, behind, next.target, piece.width);
  const last = piece.draw(site, behind);
  if (next && piece.width && /ExclusiveGateway$/.test(behind.type)) handOn(tools, behind, next, behind.outgoing.find(one => !known.has(one)));
  if (!last) return null;
  const flow = next ?? null;
  if (flow && last !== behind) (tools.modeling as More).reconnectStart(flow, last, { x: last.x + last.width, y: last.y + last.height / 2 });
  if (/ExclusiveGateway$/.test(last.type) && last.outgoing.length) otherwise(tools, last, flow);
  selection.select(last);
  return last;
}

/** The answer of a gateway stands on the flow that leaves it, also after a piece was put in between. */
function handOn(tools: Tools, gateway: Shape, before: Connection, now: Connection | undefined) {
  if (!now) return;
  tools.modeling.updateProperties(now, { name: before.businessObject.name ?? '否' });
  tools.modeling.updateProperties(before, { name: undefined });
  tools.modeling.updateProperties(gateway, { default: now.businessObject });
}

/** The flow a piece is put into: the only one, or the default of a gateway. */
function way(behind: Shape): Connection | undefined {
  if (!/Gateway$/.test(behind.type)) return behind.outgoing[0];
  return behind.outgoing.find(one => one.businessObject === behind.businessObject.default) ?? (behind.outgoing.length === 1 ? behind.outgoing[0] : undefined);
}

/** A gateway that asks something goes on by its default flow; without one there is nowhere to go. */
function otherwise(tools: Tools, gateway: Shape, flow: Connection | null) {
  const asks = gateway.outgoing.some(one => one.businessObject.conditionExpression);
  if (!asks) return;
  const way = flow ?? tools.modeling.appendShape(gateway, { type: 'bpmn:EndEvent' }, { x: gateway.x + 150, y: gateway.y + gateway.height / 2 }, gateway.parent).incoming[0];
  if (!way) return;
  tools.modeling.updateProperties(way, { name: '否' });
  tools.modeling.updateProperties(gateway, { default: way.businessObject });
}

function anchor(tools: Tools, selected: Shape | undefined): Shape | undefined {
  if (selected && !ENDS.has(selected.type) && !('waypoints' in selected)) return selected;
  const all = tools.registry.getAll().filter(one => one.parent === tools.root() && !('waypoints' in one) && !ENDS.has(one.type));
  const open = all.filter(one => one.type !== 'bpmn:SubProcess' && one.outgoing.length === 0);
  return (open.length ? open : all).sort((a, b) => b.x - a.x)[0];
}

/** Moves what comes after to the right, and nothing else. */
function makeRoom(tools: Tools, behind: Shape, next: Shape, by: number) {
  const later = new Set<Shape>();
  const open = [next];
  for (let shape = open.pop(); shape; shape = open.pop()) {
    if (later.has(shape) || shape === behind || shape.x < behind.x || shape.parent !== behind.parent) continue;
    later.add(shape);
    const { attachers = [] } = shape as Shape & { attachers?: Shape[] };
    open.push(...[shape, ...attachers].flatMap(one => one.outgoing.map(flow => flow.target)));
  }
  if (later.size) tools.modeling.moveElements([...later], { x: by, y: 0 });
}
