/** Tables, forms and learning beside the drawing. */
export const studio = {
  zh: {
    flow: '流程', tab: { decision: '决策表', form: '表单' }, broken: '打不开：{reason}', newDecision: '新决策表', usedBy: '用在：{steps}', unused: '还没有步骤用到', upload: '上传文件', badFile: '这不是可以打开的文件', remove: '删除', confirmRemove: '从图里删除“{name}”？', addWanted: '新建“{id}”',
    add: { decision: '新建决策表', form: '新建表单' },
    feelHint: '输入时会提示变量和函数；Ctrl+Enter 试算', learn: '模拟令牌', learnOff: '退出模拟', learnHint: '点旗子上的播放键放一个令牌，看它怎么走；不执行任何步骤，也不联系任何人。',
    none: { decision: '图里还没有决策表', form: '图里还没有自己的表单' },
    unknown: { decision: '图里没有决策表“{id}”', form: '图里没有表单“{id}”' },
    hint: { decision: '决策表与流程是一个版本：一起保存、一起审批、一起生效。业务规则任务用它的 ID 调用。', form: '表单与流程是一个版本。随产品提供的表单（如 approval-decision）不在图里，不能在这里改。' },
  },
  en: {
    flow: 'Flow', tab: { decision: 'Decision tables', form: 'Forms' }, broken: 'Cannot be opened: {reason}', newDecision: 'New decision table', usedBy: 'Used by: {steps}', unused: 'No step uses it yet', upload: 'Upload a file', badFile: 'This file cannot be opened', remove: 'Remove', confirmRemove: 'Remove “{name}” from the drawing?', addWanted: 'Make “{id}”',
    add: { decision: 'New decision table', form: 'New form' },
    feelHint: 'Variables and functions are offered while you type; Ctrl+Enter tries it', learn: 'Simulate tokens', learnOff: 'End simulation', learnHint: 'Press play at the start to set a token on its way; no step is carried out and nobody is contacted.',
    none: { decision: 'No decision table in the drawing yet', form: 'No form of its own in the drawing yet' },
    unknown: { decision: 'The drawing has no decision table “{id}”', form: 'The drawing has no form “{id}”' },
    hint: { decision: 'Tables are one version with the flow: saved, approved and in effect together. Business rule tasks call them by id.', form: 'Forms are one version with the flow. Forms of the product (such as approval-decision) are not in the drawing and cannot be changed here.' },
  },
};
