export const versions = {
  zh: {
    title: '版本', lead: '左右各选一个版本，看加了什么、删了什么、改了什么。', versions: '版本与对比', left: '左', right: '右', version: '版本', at: '时间', by: '谁', comment: '说明', shipped: '随产品发布', open: '在设计器中打开', asLeft: '左边显示版本 {n}', asRight: '右边显示版本 {n}',
    before: '版本 {n}（之前）', after: '版本 {n}（之后）', changes: '{n} 处不同', same: '两个版本一样', sameHint: '选择另一个版本再比较。', added: '新增', removed: '删除', changed: '修改', moved: '移动',
    fact: { name: '名称', header: '设置', type: '步骤类型', retries: '重试次数', input: '输入', output: '输出', timeDate: '时间', timeDuration: '时长', timeCycle: '周期', conditionExpression: '条件', documentation: '说明', message: '消息', sourceRef: '从', targetRef: '到', attachedToRef: '附着在', cancelActivity: '是否中断', default: '默认分支', form: '表单', assignee: '处理人', dueDate: '截止' },
    pause: '暂停旅程', resume: '恢复', paused: '已暂停', pausedBy: '{by}，{at}：{reason}', pauseTitle: '暂停「{name}」', pauseReason: '为什么暂停（至少 3 个字）', pauseDone: '已暂停，不再有触达发出', resumeDone: '已恢复，被推迟的步骤会在 15 分钟内陆续重新判断',
    pauseHint: '暂停后不再发出任何触达；员工尚未确认的群发任务会被撤回；客户仍可进入和等待。恢复时，到期的步骤分散执行并重新检查触达规则。',
  },
  en: {
    title: 'Versions', lead: 'Choose a version for each side and see what was added, removed and changed.', versions: 'Versions and differences', left: 'Left', right: 'Right', version: 'Version', at: 'When', by: 'Who', comment: 'Comment', shipped: 'came with the product', open: 'Open in the modeler', asLeft: 'Show version {n} on the left', asRight: 'Show version {n} on the right',
    before: 'Version {n} (before)', after: 'Version {n} (after)', changes: '{n} differences', same: 'The two versions are equal', sameHint: 'Choose another version to compare.', added: 'added', removed: 'removed', changed: 'changed', moved: 'moved',
    fact: { name: 'name', header: 'setting', type: 'kind of step', retries: 'retries', input: 'input', output: 'output', timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle', conditionExpression: 'condition', documentation: 'documentation', message: 'message', sourceRef: 'from', targetRef: 'to', attachedToRef: 'attached to', cancelActivity: 'interrupts', default: 'default flow', form: 'form', assignee: 'who', dueDate: 'due' },
    pause: 'Pause journey', resume: 'Resume', paused: 'Paused', pausedBy: '{by}, {at}: {reason}', pauseTitle: 'Pause “{name}”', pauseReason: 'Why (at least 3 characters)', pauseDone: 'Paused: no touch leaves any more', resumeDone: 'Resumed: what was put back is decided anew within 15 minutes',
    pauseHint: 'No touch leaves a paused journey; mass sends that staff have not confirmed are withdrawn; customers still enter and wait. When resumed, due steps are spread out and the contact rules decide anew.',
  },
};
